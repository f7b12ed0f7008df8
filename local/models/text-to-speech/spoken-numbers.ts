/** Numbers as English words, for voices that read letters only. */

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales: [number, string][] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
  [100, 'hundred'],
];
const irregularOrdinals: Record<string, string> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** `1,204` or `0012` as words; more than 15 digits, and numbers with a leading zero, are read digit by digit. */
export function wordsOfInteger(digits: string): string {
  const plain = digits.replaceAll(',', '');
  return plain.length > 15 || /^0\d/.test(plain) ? wordsOfDigits(plain) : cardinal(Number(plain));
}

export function wordsOfDigits(digits: string): string {
  return [...digits].map((digit) => small[Number(digit)] ?? '').join(' ');
}

/** 21 -> `twenty first`. */
export function wordsOfOrdinal(digits: string): string {
  const words = wordsOfInteger(digits).split(' ');
  const last = words.pop() ?? '';
  const ordinal = irregularOrdinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return [...words, ordinal].join(' ');
}

/** 1998 -> `nineteen ninety eight`, 2005 -> `two thousand five`. */
export function wordsOfYear(year: number): string {
  const century = Math.floor(year / 100);
  const rest = year % 100;
  if (century % 10 === 0 && rest < 10) return cardinal(year);
  if (rest === 0) return `${cardinal(century)} hundred`;
  return `${cardinal(century)} ${rest < 10 ? `oh ${cardinal(rest)}` : cardinal(rest)}`;
}

function cardinal(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100) {
    const word = tens[Math.floor(value / 10)] ?? '';
    return value % 10 === 0 ? word : `${word} ${cardinal(value % 10)}`;
  }
  const [size, name] = scales.find(([scale]) => value >= scale) ?? [100, 'hundred'];
  const rest = value % size;
  const head = `${cardinal(Math.floor(value / size))} ${name}`;
  return rest === 0 ? head : `${head} ${cardinal(rest)}`;
}
