/** The time of day that a request names, taken out of it. */
import type { SpokenText } from '../words/spoken-text.ts';

export type DayPart = 'morning' | 'afternoon' | 'evening';

export interface SpokenTime {
  hour: number;
  minute: number;
  /** `false`: "at nine" could be either half of the day, and the hour is the likelier one. */
  certain: boolean;
}

const named: [RegExp, number][] = [
  [/\b(?:at |around )?(?:noon|midday|lunch ?time)\b/, 12],
  [/\b(?:at |around )?midnight\b/, 0],
];
const lead = String.raw`\b(?:(?:at|around|about|from|by|for|before|starting(?: at)?|say|between) )?`;
const meridiem = String.raw`(?: ?(am|pm)\b)`;
/** 12 "half past two", 3 "quarter to three", "ten past four". */
const relative = new RegExp(
  `${lead}(?:a )?(half|quarter|\\d{1,2})(?: minutes)? (past|after|to|before|till) (\\d{1,2})(?: o'clock)?\\b${meridiem}?`,
);
/** British: "half two" is 2:30. */
const halfHour = new RegExp(`${lead}half (\\d{1,2})\\b${meridiem}?`);
const withMinutes = new RegExp(`${lead}(\\d{1,2})[:.]([0-5]\\d)(?::00)?${meridiem}?(?![\\d%])`);
const spokenMinutes = new RegExp(
  `${lead}(\\d{1,2}) (?:(?:oh?|0) (\\d)|(15|20|25|30|35|40|45|50|55|10|05))\\b(?! (?:minute|min|hour|day|week|percent|people|bug))${meridiem}?`,
);
/** "At fourteen hundred"; "two hundred doses" are no time. */
const hundred =
  /\b(?:(?:at|around|about|from|by|for|before|starting(?: at)?|say|between) (\d{1,2}) hundred(?: hours\b|(?= ?$|[ ](?:on|_)))|(\d{1,2}) hundred hours\b)/;
const military = new RegExp(`${lead}([01]\\d|2[0-3])([0-5]\\d)(?: hours|(?= ?$))`);
const withMeridiem = new RegExp(`${lead}(\\d{1,2})${meridiem}`);
const oClock = new RegExp(`${lead}(\\d{1,2}) o'clock\\b${meridiem}?`);
/** A bare number is a time only behind a word that says so. */
const bare =
  /\b(?:at|around|starting(?: at)?|say) (?:about |around )?(\d{1,2})(?:ish)?\b(?! (?:minute|min|hour|day|week|percent|people|of|\d)|[:.%])/;
const bareAtEnd = /(?<=\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|_+|tomorrow|today) )(\d{1,2})(?=$)/;

/** Takes a time; `part` is the part of the day that was named too ("at two in the afternoon"). */
export function takeTime(text: SpokenText, part: DayPart | null): SpokenTime | null {
  for (const [pattern, hour] of named) if (text.take(pattern)) return { hour, minute: 0, certain: true };

  const toMinutes = (word = '') => (word === 'half' ? 30 : word === 'quarter' ? 15 : Number(word));
  const [, amount, way = '', base, half] = text.take(relative) ?? [];
  if (base !== undefined) {
    const minutes = toMinutes(amount) * (/past|after/.test(way) ? 1 : -1);
    // The half of the day belongs to the hour that was named: "quarter to one" is before 13:00.
    const named = clock(Number(base), 0, half, part);
    const total = named && named.hour * 60 + minutes;
    if (named && total !== null)
      return {
        hour: Math.floor((total + 1_440) / 60) % 24,
        minute: (total + 60) % 60,
        certain: named.certain,
      };
  }
  const half30 = text.take(halfHour);
  if (half30) return clock(Number(half30[1]), 30, half30[2], part);
  const exact = text.take(withMinutes);
  if (exact) return clock(Number(exact[1]), Number(exact[2]), exact[3], part, /^\D*0\d/.test(exact[0]));
  const [, after, alone] = text.take(hundred) ?? [];
  const fullHour = after ?? alone;
  if (fullHour !== undefined) return { hour: Number(fullHour) % 24, minute: 0, certain: true };
  const round = text.take(military);
  if (round) return { hour: Number(round[1]) % 24, minute: Number(round[2]), certain: true };
  const words = text.take(spokenMinutes);
  if (words) return clock(Number(words[1]), Number(words[2] ?? words[3]), words[4], part);
  const plain = text.take(withMeridiem) ?? text.take(oClock) ?? text.take(bare) ?? text.take(bareAtEnd);
  return plain ? clock(Number(plain[1]), 0, plain[2], part) : null;
}

const parts: [RegExp, DayPart][] = [
  [/\b(?:in the |this |at |early )*morning\b/, 'morning'],
  [/\b(?:in the |this |late )*afternoon\b/, 'afternoon'],
  [/\b(?:in the |this |at )*(?:evening|night)\b/, 'evening'],
];

export function takeDayPart(text: SpokenText): DayPart | null {
  if (/\btonight\b/.test(text.plain)) return 'evening';
  return parts.find(([pattern]) => text.take(pattern))?.[1] ?? null;
}

/** What people mean who name a part of the day and no time. */
export const usualTimes: Record<DayPart, SpokenTime> = {
  morning: { hour: 9, minute: 0, certain: true },
  afternoon: { hour: 15, minute: 0, certain: true },
  evening: { hour: 18, minute: 0, certain: true },
};

/** Null for what no clock shows. Without am or pm, one to six are afternoon and seven to twelve as they are. */
function clock(
  hour: number,
  minute: number,
  half: string | undefined,
  part: DayPart | null,
  has24Hours = false,
): SpokenTime | null {
  if (hour > 23 || minute > 59 || Number.isNaN(hour + minute)) return null;
  if (hour > 12 || hour === 0 || has24Hours) return { hour, minute, certain: true };
  if (half) return { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute, certain: true };
  if (part === 'morning') return { hour: hour % 12, minute, certain: true };
  if (part) return { hour: hour === 12 ? 12 : hour + 12, minute, certain: true };
  return { hour: hour < 7 ? hour + 12 : hour, minute, certain: false };
}
