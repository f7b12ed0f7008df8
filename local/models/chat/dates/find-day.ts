/**
 * The day that a request names, taken out of it, in the meeting's time zone. Weekdays are rules of our own, the
 * rest is chrono-node: it reads "Tuesday next week" well, but not "Tuesday week", and takes "sat" for Saturday.
 */
import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import type { SpokenText } from '../words/spoken-text.ts';

export type SpokenDay =
  | { kind: 'day'; date: DateTime }
  /** The weekday that is today, without "next" or "this": today or in a week. */
  | { kind: 'today_or_next'; date: DateTime }
  /** A stretch of days; `last` is its last working day. */
  | { kind: 'stretch'; said: string; last: DateTime }
  /** A date that no calendar has. */
  | { kind: 'no_such_day'; said: string };

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const weekday = `(${weekdays.join('|')})(?:'s)?`;
const lead = String.raw`\b(?:(?:on|by|until|before|for|due|the) )*`;
const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';

type Rule = [RegExp, (match: RegExpExecArray, today: DateTime) => SpokenDay];

const day = (date: DateTime): SpokenDay => ({ kind: 'day', date });
const weekdayNumber = (name = '') => weekdays.indexOf(name) + 1;

/** Days from `today` to the coming weekday; 0 when it is today. */
const daysUntil = (today: DateTime, name?: string) => (weekdayNumber(name) - today.weekday + 7) % 7;
const coming = (today: DateTime, name?: string) => today.plus({ days: daysUntil(today, name) || 7 });
/** That weekday in the calendar week, from Monday, that is `weeks` away. */
const inWeek = (today: DateTime, name: string | undefined, weeks: number) =>
  today.startOf('week').plus({ days: weekdayNumber(name) - 1, weeks });

const rules: Rule[] = [
  [
    new RegExp(`${lead}(?:a week (?:on|from) )${weekday}\\b`),
    (m, today) => day(coming(today, m[1]).plus({ days: 7 })),
  ],
  [new RegExp(`${lead}${weekday} week\\b`), (m, today) => day(coming(today, m[1]).plus({ days: 7 }))],
  [new RegExp(`${lead}${weekday} after next\\b`), (m, today) => day(inWeek(today, m[1], 2))],
  [
    new RegExp(`${lead}${weekday} (?:of |in )?(?:the )?(?:next|following|coming) week\\b`),
    (m, today) => day(inWeek(today, m[1], 1)),
  ],
  [
    new RegExp(`${lead}(?:next|following) week (?:on )?${weekday}\\b`),
    (m, today) => day(inWeek(today, m[1], 1)),
  ],
  [
    new RegExp(`${lead}${weekday} in (?:a|1) week\\b`),
    (m, today) => day(coming(today, m[1]).plus({ days: 7 })),
  ],
  [
    new RegExp(`${lead}(?:${weekday} )?in (\\d+) weeks(?: time)?(?: on ${weekday})?\\b`),
    (m, today) => {
      const name = m[1] ?? m[3];
      const weeks = Number(m[2]);
      return day(name ? inWeek(today, name, weeks) : today.plus({ weeks }));
    },
  ],
  // "Next" is the calendar week after this one: on a Tuesday in seven days, on a Friday in four.
  [new RegExp(`${lead}(?:next|the following) ${weekday}\\b`), (m, today) => day(inWeek(today, m[1], 1))],
  [
    new RegExp(`${lead}(?:this|this coming|the coming|coming) ${weekday}\\b`),
    (m, today) => day(today.plus({ days: daysUntil(today, m[1]) })),
  ],
  [
    new RegExp(`${lead}last ${weekday}\\b`),
    (m, today) =>
      day(
        coming(today, m[1])
          .minus({ days: 7 })
          .minus({ days: daysUntil(today, m[1]) === 0 ? 7 : 0 }),
      ),
  ],
  [
    /\b(\d+|a) (day|week|month)s? from (?:now|today)\b/,
    (m, today) => day(today.plus({ [`${m[2]}s`]: count(m[1]) })),
  ],
  [new RegExp(`${lead}day after tomorrow\\b`), (_, today) => day(today.plus({ days: 2 }))],
  [new RegExp(`${lead}tomorrow\\b`), (_, today) => day(today.plus({ days: 1 }))],
  [/\b(?:by )?(?:the )?(?:end|close) of (?:the )?(?:day|business)(?: today)?\b/, (_, today) => day(today)],
  [new RegExp(`${lead}(?:today|tonight|later today)\\b`), (_, today) => day(today)],
  [/\b(?:later )?this (?=_*(?:morning|afternoon|evening))/, (_, today) => day(today)],
  [new RegExp(`${lead}yesterday\\b`), (_, today) => day(today.minus({ days: 1 }))],
  [
    new RegExp(`${lead}(?:at the )?end of (?:the |this )?week\\b`),
    (_, today) => stretch('this week', friday(today, 0)),
  ],
  [
    new RegExp(`${lead}(?:at the )?end of next week\\b`),
    (_, today) => stretch('next week', friday(today, 1)),
  ],
  [
    new RegExp(`${lead}(?:at the )?end of (?:the |this )?month\\b`),
    (_, today) => stretch('this month', today.endOf('month').startOf('day')),
  ],
  [
    new RegExp(`${lead}(?:at the )?end of next month\\b`),
    (_, today) => stretch('next month', today.plus({ months: 1 }).endOf('month').startOf('day')),
  ],
  [
    /\b(?:sometime |by |within |the )*(?:next|the following) week\b/,
    (_, today) => stretch('next week', friday(today, 1)),
  ],
  [/\b(?:sometime |by |within |later )*this week\b/, (_, today) => stretch('this week', friday(today, 0))],
  [
    /\b(?:sometime |by |within )*next month\b/,
    (_, today) => stretch('next month', today.plus({ months: 1 }).endOf('month').startOf('day')),
  ],
  [
    /\bin (?:a|1) fortnight\b|\ba fortnight from (?:now|today)\b/,
    (_, today) => day(today.plus({ weeks: 2 })),
  ],
  [
    /\bin (\d+|a|1) (day|week|month)s?(?:'s?)?(?: time)?\b/,
    (m, today) => day(today.plus({ [`${m[2]}s`]: count(m[1]) })),
  ],
];

const count = (word = '') => (word === 'a' ? 1 : Number(word));
const stretch = (said: string, last: DateTime): SpokenDay => ({ kind: 'stretch', said, last });
/** The Friday of a week; at a weekend "this week" is the one that begins. */
const friday = (today: DateTime, weeks: number) =>
  inWeek(today, 'friday', weeks + (today.weekday > 5 ? 1 : 0));

/** `now` is in the meeting's zone. */
export function takeDay(text: SpokenText, now: DateTime): SpokenDay | null {
  const today = now.startOf('day');
  const date = takeCalendarDate(text, today);
  if (date) {
    // "Tuesday, December first": the date says it all.
    text.take(new RegExp(`${lead}(?:next |this )?${weekday}\\b`));
    return date;
  }
  for (const [pattern, read] of rules) {
    const match = text.take(pattern);
    if (match) return read(match, today);
  }
  const named = text.take(new RegExp(`${lead}${weekday}\\b`));
  if (!named) return null;
  const isToday = daysUntil(today, named[1]) === 0;
  return isToday ? { kind: 'today_or_next', date: today } : day(coming(today, named[1]));
}

const calendarDate = new RegExp(
  `${lead}(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?:${months})|(?:${months})(?: the)? (\\d{1,2})(?:st|nd|rd|th)?)(?: (\\d{4}))?(?![:.\\d])\\b`,
);
const dayOfMonth = new RegExp(
  `${lead}(\\d{1,2})(?:st|nd|rd|th)(?: of (?:the|this) month)?\\b(?! (?:of|week|quarter|half|time|meeting|call|draft|version|round))`,
);

function takeCalendarDate(text: SpokenText, today: DateTime): SpokenDay | null {
  const iso = text.take(/\b(?:on |by )?(\d{4}) (\d{2}) (\d{2})\b/);
  if (iso) return checked(DateTime.fromISO(iso.slice(1).join('-'), { zone: today.zone }), iso[0]);
  const named = text.take(calendarDate);
  if (named) {
    const reference = {
      instant: new Date(Date.UTC(today.year, today.month - 1, today.day, 12)),
      timezone: 0,
    };
    const said = named[0].replace(/^(?:(?:on|by|until|before|for|due|the) )+/, '');
    const [found] = chrono.en.strict.parse(said, reference, { forwardDate: named[3] === undefined });
    if (!found?.start.isCertain('day')) return { kind: 'no_such_day', said };
    const [year, month, date] = [found.start.get('year'), found.start.get('month'), found.start.get('day')];
    return checked(
      DateTime.fromObject({ year: year ?? 0, month: month ?? 0, day: date ?? 0 }, { zone: today.zone }),
      said,
    );
  }
  const alone = text.take(dayOfMonth);
  if (!alone) return null;
  for (let months = 0; months < 12; months += 1) {
    const month = today.startOf('month').plus({ months });
    const candidate = month.set({ day: Number(alone[1]) });
    if (candidate.month === month.month && candidate >= today) return day(candidate);
  }
  return { kind: 'no_such_day', said: alone[0] };
}

const checked = (date: DateTime, said: string): SpokenDay =>
  date.isValid ? day(date) : { kind: 'no_such_day', said };
