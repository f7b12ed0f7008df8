/** Whether the best lines answer the question at all, or are only the nearest thing to it. */
import type { RankedLine } from './rank-lines.ts';
import type { Question } from './read-features.ts';

export interface Evidence {
  /** The most that one of the best lines, with the one before it, is like the question. */
  pair: number;
  /** The most that any line is like it. */
  line: number;
  /** The word of the question that fits the best line and those around it least: 1 when they have it, else how alike its nearest word is. */
  weakest: number;
  /** Share of the question's words, rare ones counting more, that nobody ever said. */
  unsaid: number;
  /** The question names somebody or something that nobody ever said. */
  unsaidName: boolean;
  /** Of the best line, as in `Features`. */
  unnamed: number;
}

const bestLines = 3;

/**
 * Fitted to the 160 questions of `rankLines` and 70 that those meetings do not answer. The bound is where one answer in
 * fifty is refused: what nobody spoke of is refused then, and of the details that were not said about something that
 * was spoken of a third or so.
 */
export function isAnswer(evidence: Evidence): boolean {
  const { pair, line, weakest, unsaid, unsaidName, unnamed } = evidence;
  return 2.1 * pair + 2 * line + 2.1 * weakest - 1.2 * unsaid - (unsaidName ? 1 : 0) - 0.3 * unnamed > 1.9;
}

export function gatherEvidence(
  ranked: readonly RankedLine[],
  question: Question,
  { said, weakest }: { said: (term: string) => boolean; weakest: number },
): Evidence {
  const weigh = (terms: readonly string[]) => terms.reduce((sum, term) => sum + question.weight(term), 0);
  return {
    pair: Math.max(...ranked.slice(0, bestLines).map(({ features }) => features.pair)),
    line: Math.max(...ranked.map(({ features }) => features.line)),
    weakest,
    unsaid: weigh(question.terms.filter((term) => !said(term))) / (weigh(question.terms) || 1),
    unsaidName: question.names.some((term) => !said(term)),
    unnamed: ranked[0]?.features.unnamed ?? 0,
  };
}
