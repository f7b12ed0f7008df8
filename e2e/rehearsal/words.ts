import { writeNumbersAlike } from './numbers.ts';

const currencies: [RegExp, string][] = [
  [/\$/, 'dollars'],
  [/€/, 'euros'],
  [/£/, 'pounds'],
];
const sameWord = new Map([
  ['ok', 'okay'],
  ['dollar', 'dollars'],
  ['euro', 'euros'],
  ['pound', 'pounds'],
  ['cent', 'cents'],
]);

/**
 * The words of a text as they are compared: lower case, no punctuation, numbers, times, money and percentages
 * written one way. Hyphenated words come apart; contractions stay one word ("don't" is "dont").
 */
export function normaliseWords(text: string): string[] {
  const plain = writeSymbolsAsWords(text.normalize('NFKC').toLowerCase())
    // "a.m." and "U.S." are one word.
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/\bo['’]clock\b/g, ' ')
    .replace(/['’]/g, '')
    .replace(/(?<=\d)(am|pm)\b/g, ' $1');
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return writeNumbersAlike(writeSpokenZero(words)).map((word) => sameWord.get(word) ?? word);
}

function writeSymbolsAsWords(text: string): string {
  let plain = text
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/%/g, ' percent ')
    .replace(/&/g, ' and ');
  for (const [sign, name] of currencies) {
    plain = plain
      .replace(
        new RegExp(`${sign.source}\\s*(\\d+)\\.(\\d\\d)(?!\\d)(?! ?(million|billion))`, 'g'),
        ` $1 ${name} and $2 cents `,
      )
      .replace(
        new RegExp(`${sign.source}\\s*(\\d+(?:\\.\\d+)?(?: (?:thousand|million|billion))?)`, 'g'),
        ` $1 ${name} `,
      );
  }
  return plain.replace(/(?<=\d):00\b/g, ' ').replace(/(?<=\d)\.(?=\d)/g, ' point ');
}

/** "ten oh five" is 10 0 5. */
function writeSpokenZero(words: readonly string[]): string[] {
  const isNumber = (word = '') => /^\d/.test(writeNumbersAlike([word])[0] ?? '');
  return words.map((word, index) =>
    (word === 'oh' || word === 'o') && isNumber(words[index - 1]) && isNumber(words[index + 1]) ? '0' : word,
  );
}
