/** Recurring meetings: RRULE of RFC 5545 (3.3.10) for the few forms that Parley offers, and their occurrences. */
import { DateTime } from 'luxon';
import type { Recurrence } from './planning.ts';
import { momentOfOccurrence, wallClockAt } from './wall-clock.ts';

/** Where a series begins: DTSTART, and the zone whose wall clock its occurrences keep. */
export interface Series {
  start: Date;
  timeZone: string;
  recurrence: Recurrence;
}

const weekdays = 'MO,TU,WE,TH,FR';
const frequencies = { daily: 'DAILY', weekdays: 'WEEKLY', weekly: 'WEEKLY', monthly: 'MONTHLY' } as const;
/** More periods than any series that may be planned has: 24 years of days. */
const maxPeriods = 9_000;

/** `FREQ=WEEKLY;INTERVAL=2;UNTIL=…`. UNTIL is in UTC, as the RFC asks for where DTSTART names a zone. */
export function formatRrule({ frequency, interval, end }: Recurrence, timeZone: string): string {
  const parts = [`FREQ=${frequencies[frequency]}`];
  if (interval > 1) parts.push(`INTERVAL=${interval}`);
  if (frequency === 'weekdays') parts.push(`BYDAY=${weekdays}`);
  if (end.type === 'count') parts.push(`COUNT=${end.count}`);
  if (end.type === 'until') parts.push(`UNTIL=${lastMoment(end.date, timeZone)}`);
  return parts.join(';');
}

/** Reads what `formatRrule` wrote; throws for anything else. */
export function parseRrule(rrule: string, timeZone: string): Recurrence {
  const parts = new Map(rrule.split(';').map((part) => part.split('=', 2) as [string, string | undefined]));
  const byDay = parts.get('BYDAY');
  const frequency = byDay
    ? 'weekdays'
    : (['daily', 'weekly', 'monthly'] as const).find((each) => frequencies[each] === parts.get('FREQ'));
  if (!frequency || (byDay && byDay !== weekdays)) throw new Error(`this RRULE is not ours: ${rrule}`);
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const count = parts.get('COUNT');
  const until = parts.get('UNTIL');
  if (count) return { frequency, interval, end: { type: 'count', count: Number(count) } };
  if (!until) return { frequency, interval, end: { type: 'never' } };
  const last = DateTime.fromFormat(until, "yyyyMMdd'T'HHmmss'Z'", { zone: 'utc' }).setZone(timeZone);
  return { frequency, interval, end: { type: 'until', date: last.toFormat('yyyy-MM-dd') } };
}

/** The first occurrence after a moment, or null when the series is over by then. */
export function nextOccurrence(series: Series, after: Date): Date | null {
  for (const at of occurrences(series)) if (at > after) return at;
  return null;
}

/** All occurrences from the first on: the same time of the wall clock on each day, over clock changes. */
export function* occurrences({ start, timeZone, recurrence }: Series): Generator<Date> {
  const { time } = wallClockAt(start, timeZone);
  const { end } = recurrence;
  let count = 0;
  for (const date of occurrenceDates(DateTime.fromJSDate(start, { zone: timeZone }), recurrence)) {
    if (end.type === 'count' && count >= end.count) return;
    if (end.type === 'until' && date > end.date) return;
    count += 1;
    // The start itself may be the second of two equal times.
    yield count === 1 ? start : momentOfOccurrence({ date, time, timeZone });
  }
}

function* occurrenceDates(first: DateTime, { frequency, interval }: Recurrence): Generator<string> {
  const day = DateTime.utc(first.year, first.month, first.day);
  const iso = (date: DateTime) => date.toFormat('yyyy-MM-dd');
  for (let period = 0; period < maxPeriods; period += 1) {
    if (frequency === 'daily') yield iso(day.plus({ days: period * interval }));
    if (frequency === 'weekly') yield iso(day.plus({ weeks: period * interval }));
    if (frequency === 'weekdays' && day.plus({ days: period }).weekday <= 5)
      yield iso(day.plus({ days: period }));
    if (frequency === 'monthly') {
      const inMonth = day.plus({ months: period * interval });
      // The 31st of a month with 30 days: luxon goes back to the 30th, the RFC leaves the month out.
      if (inMonth.day === day.day) yield iso(inMonth);
    }
  }
}

function lastMoment(date: string, timeZone: string): string {
  return DateTime.fromISO(date, { zone: timeZone }).endOf('day').toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
}
