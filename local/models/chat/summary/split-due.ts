import { takeDue } from '../dates/resolve-due.ts';
import type { Clock } from '../dates/resolve-start.ts';
import { createSpokenText } from '../words/spoken-text.ts';

export interface DuePhrase {
  /** A day of the meeting's zone such as `2026-03-13`; null where none was named, or it is over. */
  due: string | null;
  /** The words without it. */
  rest: string;
}

const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const event =
  '(?:meeting|call|session|demo|review|shift|release|round|class|lesson|stand-?up|workshop|sync|board|service|dinner|lunch|match|game|show|visit|inspection|delivery|appointment|exam|party|newsletter|edition|run|numbers|results|figures|outage)';
/** Days that name something else than when it is due: "Tuesday's meeting", "the bug since Monday". */
const notDue = new RegExp(
  `\\b(?:(?:${weekday}|tomorrow|today|yesterday|next (?:week|month)|this (?:week|month))'s? (?=\\p{L})|${weekday}(?= (?:morning |afternoon |evening )?${event})|(?<=\\b(?:since|from|of|after|starting|about|last) (?:on )?)${weekday}|tomorrow(?= ${event})|(?<=\\bthe )(?:first|second|third|fourth|fifth|\\d{1,2}(?:st|nd|rd|th))(?= (?!of\\b|at\\b|in\\b|by\\b|on\\b|and\\b|or\\b|to\\b|with\\b|before\\b|for\\b|if\\b|then\\b|because\\b|at\\b|as\\b|january|february|march|april|may|june|july|august|september|october|november|december)\\p{L}))`,
  'giu',
);
/** Stands before a word that no rule for days may read. */
const mask = 'zz';

const months = [
  ['january', 31],
  ['february', 28],
  ['march', 31],
  ['april', 30],
  ['may', 31],
  ['june', 30],
  ['july', 31],
  ['august', 31],
  ['september', 30],
  ['october', 31],
  ['november', 30],
  ['december', 31],
] as const;
const rewordings: [RegExp, string][] = [
  ...months.flatMap(([month, days]): [RegExp, string][] => [
    [new RegExp(`\\b(?:the )?end of ${month}\\b`, 'gi'), `${month} ${days}`],
    [
      new RegExp(`\\b(?:the )?(?:beginning|start) of ${month}\\b|\\bearly (?:in )?${month}\\b`, 'gi'),
      `${month} 1`,
    ],
    [new RegExp(`\\b(?:the )?middle of ${month}\\b|\\bmid[- ]${month}\\b`, 'gi'), `${month} 15`],
  ]),
  [/\b(?:over|within|in|during) the (?:next|coming) (?=(?:\w+) (?:days|weeks|months)\b)/gi, 'in '],
  [/\bwithin (?=\w+ (?:days?|weeks?|months?)\b)/gi, 'in '],
  [/\b(?:in |by )?(?:the )?(?:middle of next week|mid next week)\b/gi, 'Wednesday next week'],
  [/\b(?:(?:at |by )?the (?:beginning|start) of|early) next week\b/gi, 'Monday next week'],
  [/\bfirst thing in the morning\b/gi, 'tomorrow'],
  [/\b(?:by |until )?(?:the )?end of today\b|\bbefore (?:i|we) (?:leave|go home)(?: today)?\b/gi, 'today'],
  [
    /\b(?:right|straight|directly|immediately) after (?:this|the|our) (?:meeting|call)?\b|\bafter this (?:meeting|call)\b/gi,
    'today',
  ],
  [/\b(?:over|on|at|during|by) the weekend\b|\bthis weekend\b/gi, 'on Sunday'],
  [/\bbefore the weekend\b/gi, 'by Friday'],
  [/\b(?:by )?(?:eod|cob)\b/gi, 'by end of day'],
];
const endOfDay =
  /\b(?:by |until |before )?(?:the )?(?:end|close) of (?:the )?(?:day|business|play)(?: on)?\b/gi;
const namesDay = new RegExp(`\\b(?:${weekday}|tomorrow|\\w+(?:th|st|nd|rd) of)\\b`, 'i');
const leftOver =
  /(?:[\s,]+(?:by|before|until|till|on|at|for|due|no later than|not later than|at the latest|the latest|latest|first thing|sometime|some time|early|late|in the|at noon|noon|already|the|then))+[\s,.!]*$/i;

/** The day by which something is due, and the rest of the words. */
export function splitDue(phrase: string, clock: Clock): DuePhrase {
  let words = phrase.replace(notDue, (day) => `${mask}${day}`);
  for (const [pattern, plain] of rewordings) words = words.replace(pattern, plain);
  if (namesDay.test(words)) words = words.replace(endOfDay, '');
  const text = createSpokenText(words);
  const before = text.plain;
  const found = takeDue(text, clock);
  const isUnread = text.plain === before;
  const rest = isUnread ? phrase : text.rest().replaceAll(mask, '').replace(leftOver, '');
  return { due: found.kind === 'due' ? found.date : null, rest: rest.trim() };
}
