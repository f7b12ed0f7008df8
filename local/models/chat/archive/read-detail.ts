/** The kind of detail that a question asks for: only a line that holds one of that kind can answer it. */
import { foldLetters } from '../../../../lib/fold-letters.ts';
import { termsOf } from '../answers/terms.ts';
import type { Amount } from './find-amounts.ts';

export type Detail =
  /** `named`: who somebody is; else who does something, which "I will" answers as well. */
  | { kind: 'person'; named: boolean }
  | { kind: 'moment' }
  | { kind: 'money' }
  /** How many of something. */
  | { kind: 'count' }
  /** How long, how far, how heavy: an amount of one of these units. */
  | { kind: 'measure'; units: readonly Amount['unit'][] }
  | { kind: 'age' }
  | { kind: 'place' }
  | { kind: 'colour' }
  /** A telephone number or an address. */
  | { kind: 'contact' }
  /** What something is called. */
  | { kind: 'name' }
  /** What somebody said or thinks; `by` are the terms of who that is. */
  | { kind: 'opinion'; by: readonly string[] }
  /** No kind that a line would show. */
  | { kind: 'any' };

const measure = (...units: Amount['unit'][]): Detail => ({ kind: 'measure', units });

/** The first that fits. */
const kinds: [RegExp, Detail][] = [
  [/\bwhy\b/, { kind: 'any' }],
  [/\b(?:decide[ds]?|decision|agree[ds]?|conclusion|settled?|outcome)\b/, { kind: 'any' }],
  [/\b(?:phone|telephone|mobile) number\b|\be-?mail address\b|\baddress of\b/, { kind: 'contact' }],
  [/\b(?:what|which) colou?r\b|\bcolou?r (?:of|is|are)\b/, { kind: 'colour' }],
  [/\bhow many\b/, { kind: 'count' }],
  [
    /\bwhat\b.*\b(?:salar(?:y|ies)|wages?|rent|fees?|prices?|costs?|budget|fine|earn|pay|charge)\b|\bhow much (?:money|.*\b(?:get|pay|charge|earn|cost|spend|rent|fee|price|salary|fine|deposit|budget)\b)/,
    { kind: 'money' },
  ],
  [/\bhow old\b|\bage of\b/, { kind: 'age' }],
  [/\bhow (?:heavy|tall|deep|wide|thick|hot|cold)\b|\b(?:weight|temperature)\b/, measure('size')],
  [/\bhow far\b/, measure('size', 'time')],
  [/\bhow (?:long|fast|often)\b|\b(?:length|duration)\b/, measure('time', 'size', 'none')],
  [
    /\bhow (?:much|big|large|high)\b|\b(?:capacity|size)\b/,
    measure('size', 'thing', 'money', 'share', 'none'),
  ],
  [
    /\bwho (?:is|was|are|were) (?:the|our|your|their|his|her|my)\b(?!.*\b\w+ing\b)/,
    { kind: 'person', named: true },
  ],
  [/\b(?:who|whom|whose)\b/, { kind: 'person', named: false }],
  [
    /\bname\b|\bcalled\b|\b(?:which|what) (?:\w+ )?(?:airline|bank|brand|company|consultant|dentist|doctor|firm|hotel|insurer|lawyer|newspaper|school|shop|supplier|university)\b/,
    { kind: 'name' },
  ],
  [/\bwhen\b|\b(?:what|which) (?:time|date|day|week|month|year)\b|\bdeadline\b/, { kind: 'moment' }],
  [/\bwhere\b|\bin (?:which|what) (?:city|town|country|room|building)\b/, { kind: 'place' }],
];
const opinion =
  /\bwhat (?:did|does|do|has) (.+?) (?:say|said|think|mean|suggest|propose|report|answer|promise|recommend)\b/;

export function readDetail(question: string): Detail {
  const plain = foldLetters(question);
  const by = opinion.exec(plain)?.[1];
  if (by !== undefined) return { kind: 'opinion', by: termsOf(by) };
  return kinds.find(([pattern]) => pattern.test(plain))?.[1] ?? { kind: 'any' };
}

/** Words that only ask for the kind, and stand in no answer: "what does it cost" is answered by "nine euros". */
const asking: Partial<Record<Detail['kind'], RegExp>> = {
  money:
    /^(?:costs?|prices?|pa(?:y|ys|id)|charges?|earns?|salary|salaries|wages?|rent|fees?|get|spend|budget|money)$/,
  measure: /^(?:long|big|far|heavy|thick|large|high|capacity|often)$/,
  age: /^(?:old|age)$/,
  moment: /^(?:time|date|day)$/,
  colour: /^colou?r$/,
  contact: /^(?:phone|telephone|mobile|number|e?mail|address)$/,
  name: /^(?:name|called)$/,
};

/** Those that say what the question is about; all of them where it only asks. */
export function subjectOf(words: readonly string[], { kind }: Detail): readonly string[] {
  const subject = words.filter((word) => !asking[kind]?.test(word));
  return subject.length > 0 ? subject : words;
}
