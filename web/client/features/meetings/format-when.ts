import type { MeetingSummary } from '../../../../lib/planning.ts';

const minute = 60_000;

/** `Today, 09:30`, `Tue 3 Mar, 09:30`; with the year when it is another one. In the reader's zone. */
export function formatDay(atMs: number, nowMs: number, timeZone?: string): string {
  const at = new Date(atMs);
  const days = dayNumber(atMs, timeZone) - dayNumber(nowMs, timeZone);
  const near = days === 0 ? 'Today' : days === 1 ? 'Tomorrow' : days === -1 ? 'Yesterday' : null;
  if (near) return near;
  const sameYear = yearOf(atMs, timeZone) === yearOf(nowMs, timeZone);
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', timeZone };
  return at.toLocaleDateString('en-GB', sameYear ? options : { ...options, year: 'numeric' });
}

export function formatClock(atMs: number, timeZone?: string): string {
  return new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
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

/** Days since 1970 of the calendar date that the zone shows. */
function dayNumber(atMs: number, timeZone?: string): number {
  const parts = new Date(atMs).toLocaleDateString('en-CA', { timeZone });
  return Math.round(Date.parse(`${parts}T00:00:00Z`) / 86_400_000);
}

function yearOf(atMs: number, timeZone?: string): string {
  return new Date(atMs).toLocaleDateString('en-GB', { year: 'numeric', timeZone });
}
