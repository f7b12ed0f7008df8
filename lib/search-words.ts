/** Words as search sees them: the same for what was said and for what is looked for, in any script. */
import { foldLetters } from './fold-letters.ts';

export interface SearchWord {
  /** Folded: lower case, without accents and invisible characters. */
  word: string;
  /** Place in the text: its characters are `from` to `to`, without `to`. */
  from: number;
  to: number;
}

/** Longer ones are no words of anybody; Postgres takes 2 KB. */
const longest = 64;

/** Scripts that put no space between words: each character is a word there, and several are a phrase. */
const unspaced =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const spaced = `[[\\p{L}\\p{N}]--[${unspaced}]]`;
const pattern = new RegExp(
  `[[${unspaced}]&&[\\p{L}\\p{N}]]\\p{M}*|${spaced}(?:${spaced}|\\p{M}|\\p{Cf})*`,
  'gv',
);

/** Letters and digits of a text, word by word, with their places; everything else only separates. */
export function wordsOf(text: string): SearchWord[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: raw, index }) => {
    const word = foldLetters(raw.replace(/\p{Cf}/gu, ''))
      .slice(0, longest)
      .toWellFormed();
    return word === '' ? [] : [{ word, from: index, to: index + raw.length }];
  });
}
