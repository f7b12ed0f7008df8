import { wordsOf } from '../../../../lib/search-words.ts';
import { termsOf } from '../answers/terms.ts';

/** The words of a text that carry meaning, folded, in order. */
export const tellingWords = (text: string): string[] =>
  wordsOf(text).flatMap(({ word }) => (termsOf(word).length > 0 ? [word] : []));
