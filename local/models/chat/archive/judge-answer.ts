/** Whether the best lines answer the question at all, or are only the nearest thing to it. */
import { termsOf } from '../answers/terms.ts';
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
}

const bestLines = 3;

/**
 * Fitted to the 160 questions of `rankLines` and 70 that those meetings do not answer. The bound is where few answers are refused: most
 * wrong ones are refused as well, those that ask for a detail of something that was spoken of are not all.
 */
export function isAnswer({ pair, line, weakest, unsaid, unsaidName }: Evidence): boolean {
  const evidence = 1.7 * pair + 1.5 * line + 1.8 * weakest - 1.2 * unsaid - (unsaidName ? 0.4 : 0);
  return evidence > 1.45;
}

export function gatherEvidence(
  ranked: readonly RankedLine[],
  question: Question,
  { asked, said, weakest }: { asked: string; said: (term: string) => boolean; weakest: number },
): Evidence {
  const weigh = (terms: readonly string[]) => terms.reduce((sum, term) => sum + question.weight(term), 0);
  return {
    pair: Math.max(...ranked.slice(0, bestLines).map(({ features }) => features.pair)),
    line: Math.max(...ranked.map(({ features }) => features.line)),
    weakest,
    unsaid: weigh(question.terms.filter((term) => !said(term))) / (weigh(question.terms) || 1),
    unsaidName: namesIn(asked).some((term) => !said(term)),
  };
}

/** Words with a capital that do not begin the question. */
function namesIn(question: string): string[] {
  return (question.match(/(?<=[\p{L}\p{N},’'] )\p{Lu}\p{L}+/gu) ?? []).flatMap(termsOf);
}
