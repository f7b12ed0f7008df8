/** Whether a line holds the kind of detail that was asked for. */
import { foldLetters } from '../../../../lib/fold-letters.ts';
import type { ReadLine } from '../answers/read-lines.ts';
import { termsOf } from '../answers/terms.ts';
import { type Amount, findAmounts } from './find-amounts.ts';
import { personsIn, placesIn } from './find-names.ts';
import type { Detail } from './read-detail.ts';
import { tellingWords } from './telling-words.ts';

export interface AskedDetail {
  detail: Detail;
  /** Telling words of the question, and their terms. */
  words: readonly string[];
  terms: readonly string[];
  /** Of two words, -1 to 1. */
  likeness: (a: string, b: string) => number;
}

const moment =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tomorrow|tonight|yesterday|morning|afternoon|evening|noon|midnight|weeks?|weekends?|months?|year|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|o'clock|now|soon|immediately|(?:19|20)\d\d)\b|\d[:.]\d|\b(?:at|by|until|before|after|around) (?:half past|quarter)? ?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\bin (?:a|two|three|four|five|six|\d+) (?:minutes|hours|days)\b|\bas soon as\b/i;
const colour =
  /\b(?:red|green|blue|yellow|orange|black|white|gr[ea]y|brown|purple|violet|pink|gold(?:en)?|silver|beige|turquoise|dark|light|bright|colou?r)\b/i;
const contact =
  /\d{4}|@|\b(?:street|road|avenue|lane)\b|(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b[ ,]*){5}/i;
const age = /\b(?:years? old|born|built in|founded|since|from (?:1[5-9]|20)\d\d|(?:1[5-9]|20)\d\d)\b/i;
const frequency = /\b(?:every|daily|weekly|monthly|yearly|until)\b/i;
const free = /\b(?:free|nothing)\b/i;
/** With one of these a number alone is a price. */
const ofMoney =
  /\b(?:hundred|thousand|million|each|apiece|costs?|prices?|pay|pays|paid|earn|charge|rent|budget|euros?|cents?|dollars?|pounds?|expensive|cheap)\b/i;
const report =
  '(?:say|says|said|think|thinks|thought|told|tells|means?|meant|wants?|wanted|asks?|asked|complain\\p{L}*|suggest\\p{L}*|propos\\p{L}*|recommend\\p{L}*|promis\\p{L}*|report\\p{L}*|admit\\p{L}*|answer\\p{L}*|offer\\p{L}*|wrote)';
/** Who does it without a name: "I will", "the city pays", "paid by the city", "they run it". */
const doer =
  /\bi(?:'ll| will| can| could| shall| am|'m| have|'ve| take| did| had| would)\b(?! not\b)|\b(?:mine|me|myself)\b|\b(?:can|could|will|would) you\b|\bby (?:the|my|our|his|her) \p{L}+|(?:^|[.!?,] |\b(?:if|that|and|then|so|but) )(?:you|we|he|she|they|(?:the|my|our|his|her) \p{L}+(?: \p{L}+){0,3}) (?:will|would|can|could|is|are|has|have|does|did|do|should|must|\p{L}+s|\p{L}+ed)\b/iu;
/** `before` is the line in front of it. */
export function holdsDetail(line: ReadLine, before: ReadLine | undefined, asked: AskedDetail): boolean {
  const { text } = line.line;
  const { detail } = asked;
  const isNew = (name: string) => termsOf(name).some((term) => !asked.terms.includes(term));
  if (detail.kind !== 'any' && line.isQuestion)
    return detail.kind === 'person' && doer.test(foldLetters(text));
  switch (detail.kind) {
    case 'any':
      return true;
    case 'moment':
      return moment.test(text);
    case 'money':
      return free.test(text) || findAmounts(text).some((amount) => isMoney(amount, line, before));
    case 'count':
      return findAmounts(text).some((amount) => countsIt(amount, before, asked));
    case 'measure':
      return (
        findAmounts(text).some(({ unit }) => detail.units.includes(unit)) ||
        (detail.units.includes('time') && frequency.test(text))
      );
    case 'age':
      return age.test(text);
    case 'place':
      return placesIn(text).some(isNew);
    case 'colour':
      return colour.test(text);
    case 'contact':
      return contact.test(text);
    case 'opinion':
      return isOpinion(line, before, detail.by);
    case 'name':
      return personsIn(text).some(isNew);
    case 'person':
      return personsIn(text).some(isNew) || (!detail.named && doer.test(foldLetters(text)));
    default:
      return detail satisfies never;
  }
}

function isMoney({ unit }: Amount, { line }: ReadLine, before: ReadLine | undefined): boolean {
  if (unit === 'money' || unit === 'share') return true;
  return unit === 'none' && (ofMoney.test(line.text) || ofMoney.test(before?.line.text ?? ''));
}

/** Words that are this much alike are of one kind, as "customers" and "people" are. */
const alike = 0.5;

function countsIt(
  { unit, of }: Amount,
  before: ReadLine | undefined,
  { words, terms, likeness }: AskedDetail,
): boolean {
  if (unit === 'share') return true;
  if (unit !== 'thing' && unit !== 'none')
    return of.some((word) => termsOf(word).some((term) => terms.includes(term)));
  const counted = of.length > 0 ? of : countedBy(before);
  return (
    counted.length === 0 ||
    counted.some(
      (word) =>
        termsOf(word).some((term) => terms.includes(term)) ||
        words.some((other) => likeness(word, other) > alike),
    )
  );
}

/** "How many seats are there?" "Twenty four.": what a number alone counts. */
function countedBy(before: ReadLine | undefined): string[] {
  const [, rest = ''] = /\bhow many (.+)/i.exec(before?.line.text ?? '') ?? [];
  return tellingWords(rest).slice(0, 2);
}

/** Somebody's own words, or a report of them: "the city wants", or "they want" where the city was named right before. */
function isOpinion({ line }: ReadLine, before: ReadLine | undefined, by: readonly string[]): boolean {
  const isThem = (text: string) => termsOf(text).some((term) => by.includes(term));
  if (isThem(line.speaker)) return true;
  const reported = line.text.match(new RegExp(`[\\p{L}’'-]+(?= (?:\\p{L}+ )?${report}\\b)`, 'giu')) ?? [];
  return reported.some(
    (who) =>
      isThem(who) || (/^(?:they|he|she)$/i.test(who) && isThem(`${before?.line.text ?? ''} ${line.text}`)),
  );
}
