/** Moments of a proposal as date and time of a zone, and back. */

export interface MomentParts {
  /** `2026-03-10` */
  date: string;
  /** `10:00` */
  time: string;
}

/** What the wall clock of the zone shows at a moment; null when it is none. */
export function partsOf(moment: string, timeZone: string): MomentParts | null {
  const ms = Date.parse(moment);
  if (Number.isNaN(ms)) return null;
  const local = new Date(ms + offsetMinutes(ms, timeZone) * 60_000).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/**
 * ISO 8601 with the offset of the zone; null while date or time is incomplete. A time that a clock change skips is
 * moved on by the length of the gap, one that it repeats is the first.
 */
export function momentOf({ date, time }: MomentParts, timeZone: string): string | null {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  // A day earlier no change of this night has happened yet: its offset finds the first of two, and skips a gap.
  const before = asUtc - offsetMinutes(asUtc - 24 * 3_600_000, timeZone) * 60_000;
  const after = asUtc - offsetMinutes(asUtc + 24 * 3_600_000, timeZone) * 60_000;
  const ms = shows(before, timeZone, asUtc) || !shows(after, timeZone, asUtc) ? before : after;
  const minutes = offsetMinutes(ms, timeZone);
  return `${new Date(ms + minutes * 60_000).toISOString().slice(0, 19)}${formatOffset(minutes)}`;
}

function shows(ms: number, timeZone: string, asUtc: number): boolean {
  return ms + offsetMinutes(ms, timeZone) * 60_000 === asUtc;
}

/** What has to be added to UTC; 0 for a zone that this browser does not know. */
function offsetMinutes(ms: number, timeZone: string): number {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  } catch {
    return 0;
  }
}

function formatOffset(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
