import type { MeetingSummary } from '../../../../lib/planning.ts';

const minute = 60_000;

/** `Today, 09:30`, `Tue 3 Mar, 09:30`; with the year when it is another one. In the reader's zone. */
export function formatDay(atMs: number, nowMs: number, timeZone?: string): string {
  const [day, today] = [dayOf(atMs, timeZone), dayOf(nowMs, timeZone)];
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  const near = days === 0 ? 'Today' : days === 1 ? 'Tomorrow' : days === -1 ? 'Yesterday' : null;
  if (near) return near;
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', timeZone };
  return format(atMs, 'en-GB', sameYear ? options : { ...options, year: 'numeric' });
}

export function formatClock(atMs: number, timeZone?: string): string {
  return format(atMs, 'en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
}

/** `09:30 – 10:00`: planned, or as it was. One time alone where the other is not known. */
export function formatSpan(meeting: Pick<MeetingSummary, keyof Span>, timeZone?: string): string {
  const { startedAtMs, endedAtMs, scheduledAtMs, durationMinutes, atMs } = meeting;
  const from = startedAtMs ?? scheduledAtMs ?? atMs;
  const planned = scheduledAtMs && durationMinutes ? scheduledAtMs + durationMinutes * minute : null;
  const to = startedAtMs ? endedAtMs : planned;
  return to ? `${formatClock(from, timeZone)} – ${formatClock(to, timeZone)}` : formatClock(from, timeZone);
}

interface Span {
  atMs: number;
  startedAtMs: number | null;
  endedAtMs: number | null;
  scheduledAtMs: number | null;
  durationMinutes: number | null;
}

/** `5 min`, `1 h 20 min`; less than a minute is said so. */
export function formatLength(ms: number): string {
  const minutes = Math.round(ms / minute);
  if (minutes < 1) return 'under a minute';
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** The calendar date that the zone shows, `2026-03-08`. */
function dayOf(atMs: number, timeZone?: string): string {
  return format(atMs, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Keeps what formats: to make it takes a hundred times as long as to use it, and a list asks for each of its rows. */
function format(atMs: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known.format(atMs);
}
