import { findCitations } from '../../../../lib/assistant-brief.ts';
import type { LineRef } from '../../../../lib/assistant-messages.ts';

export type AnswerPiece =
  | { type: 'text'; text: string }
  /** Citations that stand side by side, each once. */
  | { type: 'citations'; lines: LineRef[] };

const runOfCitations = /((?:\s*\[\d{1,9}\.\d{1,9}\])+)/;

/** An answer as text with the lines that it cites. A citation that is not complete yet, while it is written, is left out. */
export function splitCitations(answer: string): AnswerPiece[] {
  return answer
    .replace(/\s*\[[\d.]*$/, '')
    .split(runOfCitations)
    .flatMap((text, index): AnswerPiece[] => {
      if (index % 2 === 1) return [{ type: 'citations', lines: findCitations(text) }];
      return text === '' ? [] : [{ type: 'text', text }];
    });
}
