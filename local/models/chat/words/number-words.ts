/** English number words as digits, the way speech to text may leave them: "twenty five", "third", "a hundred". */

const units = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
);
const ordinals = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);
ordinals.set('thirtieth', 30);

export interface NumberReading {
  /** `25` or `3rd`. */
  digits: string;
  /** How many of the words it took. */
  words: number;
}

/** The number that `words` begin with, or null. "ten thirty" is two numbers; "twenty five" is one. */
export function readNumber(words: readonly string[]): NumberReading | null {
  const [first = '', second = ''] = words;
  const ten = tens.get(first);
  if (ten !== undefined) {
    const unit = units.get(second);
    if (unit !== undefined && unit > 0 && unit < 10) return { digits: String(ten + unit), words: 2 };
    const ordinal = ordinals.get(second);
    if (ordinal !== undefined && ordinal < 10) return { digits: withSuffix(ten + ordinal), words: 2 };
    return { digits: String(ten), words: 1 };
  }
  const unit = units.get(first);
  if (unit !== undefined) return { digits: String(unit), words: 1 };
  const ordinal = ordinals.get(first);
  return ordinal === undefined ? null : { digits: withSuffix(ordinal), words: 1 };
}

function withSuffix(value: number): string {
  const last = value % 10;
  if (value > 10 && value < 14) return `${value}th`;
  return `${value}${last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}
