/**
 * Writes number words as digits: "two hundred and five" is 205, "twenty first" is 21th. Every ordinal ends in
 * "th", so that "2nd" and "second" are alike.
 */

const cardinals = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
const scales = new Map([
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);
const irregularOrdinals = new Map([
  ['first', 'one'],
  ['second', 'two'],
  ['third', 'three'],
  ['fifth', 'five'],
  ['eighth', 'eight'],
  ['ninth', 'nine'],
  ['twelfth', 'twelve'],
]);

type Part =
  | { kind: 'small'; value: number; ordinal: boolean }
  | { kind: 'hundred' | 'scale'; value: number; ordinal: boolean };

function readCardinal(word: string, ordinal: boolean): Part | null {
  const small = cardinals.get(word) ?? tens.get(word) ?? (/^\d{1,12}$/.test(word) ? Number(word) : undefined);
  if (small !== undefined) return { kind: 'small', value: small, ordinal };
  if (word === 'hundred') return { kind: 'hundred', value: 100, ordinal };
  const scale = scales.get(word);
  return scale === undefined ? null : { kind: 'scale', value: scale, ordinal };
}

function readPart(word: string): Part | null {
  const irregular = irregularOrdinals.get(word);
  if (irregular) return readCardinal(irregular, true);
  const cardinal = readCardinal(word, false);
  if (cardinal) return cardinal;
  if (/^\d+(st|nd|rd|th)$/.test(word)) return readCardinal(word.slice(0, -2), true);
  if (word.endsWith('ieth')) return readCardinal(word.replace(/ieth$/, 'y'), true);
  return word.endsWith('th') ? readCardinal(word.slice(0, -2), true) : null;
}

/** The number that is being read: `closed` is what a thousand or more ended, `open` what may still grow. */
interface Running {
  closed: number;
  closedBy: number;
  open: number;
  /** What the next small number must stay under to belong to this one: 20 and "five", but not 20 and "ten". */
  room: number;
}

const roomAfter = (value: number): number => ([...tens.values()].includes(value) ? 10 : 0);

/** The number with this part added, or null when the part begins a number of its own. */
function grow(running: Running, part: Part): Running | null {
  const { closed, closedBy, open, room } = running;
  if (part.kind === 'small') {
    const fits = part.value > 0 && part.value < room;
    return fits ? { ...running, open: open + part.value, room: roomAfter(part.value) } : null;
  }
  if (part.kind === 'hundred') {
    return open > 0 && open < 100 ? { ...running, open: open * 100, room: 100 } : null;
  }
  if (open === 0 || part.value >= closedBy) return null;
  return { closed: closed + open * part.value, closedBy: part.value, open: 0, room: part.value };
}

function begin(part: Part, written: string): Running {
  const fresh = { closed: 0, closedBy: Number.POSITIVE_INFINITY, open: 0, room: 0 };
  if (part.kind === 'small') {
    return { ...fresh, open: part.value, room: /^\d/.test(written) ? 0 : roomAfter(part.value) };
  }
  return grow({ ...fresh, open: 1 }, part) ?? fresh;
}

/** Words with number words replaced by digits, everything else as it was. */
export function writeNumbersAlike(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let index = 0; index < words.length; ) {
    const { text, length } = readNumber(words, index) ?? { text: words[index] ?? '', length: 1 };
    result.push(text);
    index += length;
  }
  return result;
}

function readNumber(words: readonly string[], from: number): { text: string; length: number } | null {
  const partAt = (index: number) => readPart(words[index] ?? '');
  // "a hundred", but not "a ten".
  const next = partAt(from + 1);
  const start = words[from] === 'a' && next !== null && next.kind !== 'small' ? from + 1 : from;
  let part = partAt(start);
  if (!part) return null;
  // Written digits keep their form: "05" is not "5".
  if (part.kind === 'small' && !part.ordinal && /^0\d/.test(words[start] ?? '')) return null;

  let running = begin(part, words[start] ?? '');
  let index = start + 1;
  while (!part.ordinal) {
    const skipsAnd: boolean = words[index] === 'and' && running.room >= 100;
    const following: Part | null = partAt(skipsAnd ? index + 1 : index);
    const grown = following && grow(running, following);
    if (!following || !grown) break;
    running = grown;
    part = following;
    index += skipsAnd ? 2 : 1;
  }
  return { text: `${running.closed + running.open}${part.ordinal ? 'th' : ''}`, length: index - from };
}
