import { shortened } from '../answers/quote.ts';
import { asSentence } from '../requests/as-sentence.ts';
import { openers } from './read-promise.ts';
import type { Sentence } from './sentences.ts';

const firstPerson = /\b(?:i|i'm|i'll|i've|i'd|me|my|mine|myself)\b/i;

/** As it was said, with the speaker where the words alone would not tell whose they are. */
export function wordSentence({ said, speaker, asks }: Sentence): string {
  const words = shortened(said.replace(openers, '') || said);
  const text = asks ? `${asSentence(words).slice(0, -1)}?` : asSentence(words);
  return firstPerson.test(words) ? `${speaker}: ${text}` : text;
}
