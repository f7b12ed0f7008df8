import { DateTime } from 'luxon';
import type { SpokenText } from '../words/spoken-text.ts';
import { takeDay } from './find-day.ts';
import { takeDayPart, takeTime } from './find-time.ts';
import type { Clock } from './resolve-start.ts';

/** `date` is a day such as `2026-03-13` of the meeting's zone, null where none was named. */
export type Due = { kind: 'due'; date: string | null } | { kind: 'ask'; question: string };

/**
 * The day by which something is due, taken out of `text`. The weekday that is today is today; of a week or a month
 * it is the last working day. A time is dropped: tasks are due on days.
 */
export function takeDue(text: SpokenText, { now: nowIso, timeZone }: Clock): Due {
  const now = DateTime.fromISO(nowIso, { zone: timeZone });
  const day = takeDay(text, now);
  if (!day) return { kind: 'due', date: null };
  takeTime(text, takeDayPart(text));
  if (day.kind === 'no_such_day')
    return { kind: 'ask', question: `There is no ${day.said}. When is it due?` };
  const date = day.kind === 'stretch' ? day.last : day.date;
  if (date < now.startOf('day'))
    return { kind: 'ask', question: `${date.toFormat('cccc, d LLLL')} is over. When is it due?` };
  return { kind: 'due', date: date.toISODate() };
}
