/** Moments as all exports write them, in English and in the meeting's zone. */

/** A moment in a zone: `Tuesday, 3 March 2026 at 09:30 CET`. */
export function tellMoment(unixMs: number, timeZone: string | null): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timeZone ?? 'UTC',
    timeZoneName: 'short',
  }).format(unixMs);
}

/** The day in a zone, as file names have it: `2026-03-03`. */
export function tellDay(unixMs: number, timeZone: string | null): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: timeZone ?? 'UTC' }).format(unixMs);
}
