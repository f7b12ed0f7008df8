/** Passages by the words that they share with a question. */
import type { Passage } from '../../lib/passages.ts';
import { wordsOf } from '../../lib/search-words.ts';
import { matchesWord, type QuestionWord } from './question-words.ts';

/** Okapi BM25's usual constant: how soon more of the same word stops to count. */
const saturation = 1.2;

/** How much a passage says about the question: rare words count more, and each counts little when it comes again. */
export function scorePassage(passage: Passage, words: readonly QuestionWord[]): number {
  const said = passage.lines.flatMap(({ text, speakerName }) => [...wordsOf(text), ...wordsOf(speakerName)]);
  return words.reduce((sum, wanted) => {
    const count = said.filter(({ word }) => matchesWord(word, wanted)).length;
    return sum + (wanted.weight * count * (saturation + 1)) / (count + saturation);
  }, 0);
}

/** Share of the words of the shorter one that the other has. */
export function overlapOf(a: Passage, b: Passage): number {
  const [x, y] = [a, b].map(({ text }) => new Set(wordsOf(text).map(({ word }) => word)));
  if (!x || !y) return 0;
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared / Math.max(1, Math.min(x.size, y.size));
}
