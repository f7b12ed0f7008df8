/** When something begins, from ordinary words: a moment with its offset, or the one question that is missing. */
import { DateTime } from 'luxon';
import { readWallClock } from '../../../../lib/wall-clock.ts';
import { createSpokenText, type SpokenText } from '../words/spoken-text.ts';
import { type SpokenDay, takeDay } from './find-day.ts';
import { takeDuration } from './find-duration.ts';
import { type DayPart, type SpokenTime, takeDayPart, takeTime, usualTimes } from './find-time.ts';

export type Start =
  /** `startsAt` is ISO 8601 with the offset of that moment in the zone. */
  { kind: 'at'; startsAt: string; durationMinutes: number | null } | { kind: 'ask'; question: string };

export interface Clock {
  /** ISO 8601: now, by the meeting's clock. */
  now: string;
  /** IANA name. */
  timeZone: string;
}

/** Takes day, time and length out of `text`; what is left is the rest of the request. */
export function takeStart(text: SpokenText, { now: nowIso, timeZone }: Clock): Start {
  const now = DateTime.fromISO(nowIso, { zone: timeZone });
  const relative = takeFromNow(text, now);
  const range = takeRange(text);
  const durationMinutes = takeDuration(text);
  if (relative) return { kind: 'at', startsAt: iso(relative), durationMinutes };

  const day = takeDay(text, now);
  const part = takeDayPart(text);
  const ends = range && { from: takeTime(range.from, part), to: takeTime(range.to, part) };
  const time = ends?.from ?? takeTime(text, part) ?? (part ? usualTimes[part] : null);
  if (day?.kind === 'no_such_day') return ask(`There is no ${day.said}. Which day do you mean?`);
  if (day?.kind === 'stretch') return ask(`Which day ${day.said}${time ? '' : ', and at what time'}?`);
  if (!day && !time) return ask('On which day, and at what time?');
  if (!time) return ask(`At what time ${onDay(day, now)}?`);

  const date = day ? chooseDate(day, time, now) : soonest(time, now);
  if (!date)
    return ask(
      `Today is ${now.toFormat('cccc')}. Do you mean today, or ${now.plus({ weeks: 1 }).toFormat('cccc, d LLLL')}?`,
    );
  return placed(date, laterHalf(time, date, part, now), now, durationMinutes ?? lengthOf(ends));
}

/** "In half an hour", "in 20 minutes": to the next five minutes. */
function takeFromNow(text: SpokenText, now: DateTime): DateTime | null {
  const match = text.take(/\bin (an?|half an?|\d+) (hour|minute|min)s?\b(?! (?:meeting|call))/);
  if (!match) return null;
  const amount = match[1]?.startsWith('half') ? 0.5 : /^an?$/.test(match[1] ?? '') ? 1 : Number(match[1]);
  const at = now.plus({ minutes: amount * (match[2] === 'hour' ? 60 : 1) });
  const minutes = Math.ceil((at.minute + at.second / 60) / 5) * 5;
  return at.startOf('hour').plus({ minutes });
}

/** "From two to three", "between 14:00 and 15:30". */
function takeRange(text: SpokenText): { from: SpokenText; to: SpokenText } | null {
  const time = String.raw`\d{1,2}(?:[:.]\d\d| (?:15|30|45))?(?: ?[ap]m)?`;
  const match = text.take(
    new RegExp(`\\b(?:from|between) (${time}) (?:to|and|until|till) (${time})\\b(?! (?:people|minutes))`),
  );
  return match && { from: createSpokenText(`at ${match[1]}`), to: createSpokenText(`at ${match[2]}`) };
}

function lengthOf(ends: { from: SpokenTime | null; to: SpokenTime | null } | null): number | null {
  if (!ends?.from || !ends.to) return null;
  const minutes = (ends.to.hour - ends.from.hour) * 60 + ends.to.minute - ends.from.minute;
  return minutes > 0 ? minutes : minutes + 12 * 60 > 0 ? minutes + 12 * 60 : null;
}

function chooseDate(
  day: Exclude<SpokenDay, { kind: 'stretch' | 'no_such_day' }>,
  time: SpokenTime,
  now: DateTime,
): DateTime | null {
  if (day.kind === 'day') return day.date;
  // Today's time is over, so it cannot be today.
  return at(day.date, time) <= now ? day.date.plus({ weeks: 1 }) : null;
}

/** A time without a day: today, or tomorrow when it is past. */
function soonest(time: SpokenTime, now: DateTime): DateTime {
  const today = now.startOf('day');
  return at(today, time) > now ? today : today.plus({ days: 1 });
}

/** "Today at nine", said at three in the afternoon, is in the evening. */
function laterHalf(time: SpokenTime, date: DateTime, part: DayPart | null, now: DateTime): SpokenTime {
  const isOver = date.hasSame(now, 'day') && at(date, time) <= now;
  return isOver && !time.certain && !part && time.hour < 12 ? { ...time, hour: time.hour + 12 } : time;
}

const at = (date: DateTime, { hour, minute }: SpokenTime) => date.set({ hour, minute });

function placed(
  date: DateTime,
  { hour, minute }: SpokenTime,
  now: DateTime,
  durationMinutes: number | null,
): Start {
  const timeZone = now.zoneName ?? 'utc';
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const reading = readWallClock({ date: date.toFormat('yyyy-MM-dd'), time, timeZone });
  if (reading.kind === 'skipped')
    return ask(
      `On ${date.toFormat('cccc, d LLLL')} the clock goes from ${reading.from} to ${reading.to}. Which time do you mean?`,
    );
  const moment = reading.kind === 'once' ? reading.at : reading.kind === 'twice' ? reading.earlier : null;
  if (!moment) return ask(`There is no ${time} on that day. Which time do you mean?`);
  const start = DateTime.fromJSDate(moment, { zone: timeZone });
  if (start <= now)
    return ask(`${start.toFormat("cccc, d LLLL 'at' HH:mm")} is over. Which time do you mean?`);
  return { kind: 'at', startsAt: iso(start), durationMinutes };
}

const iso = (moment: DateTime) => moment.toISO({ suppressMilliseconds: true, includeOffset: true }) ?? '';
const ask = (question: string): Start => ({ kind: 'ask', question });

function onDay(day: SpokenDay | null, now: DateTime): string {
  if (day?.kind !== 'day') return day ? `on ${now.toFormat('cccc')}` : '';
  const days = Math.round(day.date.diff(now.startOf('day'), 'days').days);
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `on ${day.date.toFormat('cccc, d LLLL')}`;
}
