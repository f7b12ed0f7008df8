/** Amounts in what somebody said, in words or digits, and what they measure: "nine euros fifty", "ninety of them". */
import { foldLetters } from '../../../../lib/fold-letters.ts';

export interface Amount {
  /** `none`: a number alone, of which neither its sentence nor the line says what it counts. */
  unit: 'money' | 'time' | 'share' | 'size' | 'thing' | 'none';
  /** What is counted, as it was said: the words behind the number, or what the number before it in the sentence counted. */
  of: readonly string[];
}

const words = (list: string) => new Set(list.split(/\s+/));
const numbers = words(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen zero`,
);
const shares = words('half third thirds quarter quarters fifth fifths');
const multiples = words('once twice double doubled tripled');
const units: [Amount['unit'], ReadonlySet<string>][] = [
  ['money', words('euro euros cent cents dollar dollars pound pounds pence franc francs crowns bucks grand')],
  [
    'time',
    words(
      'second seconds minute minutes hour hours day days week weeks month months year years night nights times',
    ),
  ],
  ['share', words('percent')],
  [
    'size',
    words(
      `metre metres meter meters kilometre kilometres kilometer kilometers centimetre centimetres centimeter centimeters
      millimetre millimetres mile miles foot feet inch inches kilo kilos kilogram kilograms gram grams ton tons tonne tonnes
      litre litres liter liters degree degrees square watts kilowatts volts megabytes gigabytes`,
    ),
  ],
];
/** Words with which no counted thing begins. */
const functionWords = words(
  `a an the of in on at to from for by with without until till before after as than then that this these those it we you they
  he she i and or but so if because is are was were be been has have had will would can could should may might do does did does
  not no more less fewer each per altogether together total only about almost already now ago later out up down over under off
  between last most least around when where who what which there here still too also my your our their his her its instead`,
);

/** In the order in which they were said. Ordinals and "one" alone are no amounts. */
export function findAmounts(text: string): Amount[] {
  let money = false;
  return text.split(/[.!?;](?=\s|$)/).flatMap((sentence) => {
    const found = amountsOf(sentence, money);
    money ||= found.some(({ unit }) => unit === 'money');
    return found;
  });
}

/** `ofMoney`: a number alone goes on with the money of the sentence before. */
function amountsOf(sentence: string, ofMoney: boolean): Amount[] {
  const said = tokensOf(sentence);
  const found: Amount[] = [];
  for (let at = 0; at < said.length; ) {
    const end = endOfNumber(said, at);
    const amount = end > at ? readAmount(said.slice(at, end), said.slice(end)) : null;
    if (amount) found.push(amount);
    at = Math.max(end, at + 1);
  }
  let before: Amount | undefined = ofMoney ? { unit: 'money', of: [] } : undefined;
  return found.map((amount, index) => {
    // "From fifteen to nineteen euros": the first has the unit of the second.
    const lender: Amount | undefined =
      before ?? (found[index + 1]?.unit === 'money' ? found[index + 1] : undefined);
    const read = amount.unit === 'none' && lender ? lender : amount;
    if (read.unit === 'money' || read.unit === 'thing') before = read;
    return read;
  });
}

const tokensOf = (sentence: string): string[] =>
  foldLetters(sentence)
    .replace(/[€$£]\s?(\d[\d.,]*\d|\d)/g, '$1 euros')
    .replace(/%/g, ' percent')
    .match(/\d+(?:[.,:]\d+)*|[\p{L}'’]+|,/gu) ?? [];

const isNumber = (word = ''): boolean => numbers.has(word) || /^\d+(?:[.,]\d+)*$/.test(word);

/** Behind the number that begins at `from`; `from` itself where none does. */
function endOfNumber(said: readonly string[], from: number): number {
  const [first = '', second = ''] = said.slice(from, from + 2);
  if (first === 'half' || multiples.has(first)) return from + 1;
  const isCounted = /^(?:half|third|quarter|fifth|dozen|hundred|thousand|million)$/.test(second);
  if (/^an?$/.test(first) && isCounted) return endOfRun(said, from + 1);
  return isNumber(first) ? endOfRun(said, from) : from;
}

function endOfRun(said: readonly string[], from: number): number {
  let end = from + 1;
  for (; end < said.length; end += 1) {
    const word = said[end] ?? '';
    const joins = /^(?:and|point)$/.test(word) && isNumber(said[end + 1]);
    if (!isNumber(word) && !joins && !/^(?:thirds|quarters|fifths)$/.test(word)) break;
  }
  return end;
}

function readAmount(number: readonly string[], behind: readonly string[]): Amount | null {
  const of = behind.slice(0, lengthOfThing(behind));
  if (number.some((word) => multiples.has(word))) return { unit: 'time', of };
  if (number.some((word) => shares.has(word))) return { unit: 'share', of };
  const unit = units.find(([, names]) => names.has(of[0] ?? ''))?.[0];
  if (unit) return { unit, of };
  if (number.length === 1 && number[0] === 'one') return null;
  return of.length > 0 ? { unit: 'thing', of } : { unit: 'none', of };
}

/** A thing has three words at most: "ninety new locks". */
function lengthOfThing(behind: readonly string[]): number {
  const stop = behind.slice(0, 3).findIndex((word) => functionWords.has(word) || !/^\p{L}/u.test(word));
  return stop < 0 ? Math.min(3, behind.length) : stop;
}
