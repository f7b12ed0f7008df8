/** What people wrote beside talking, as a model is given it. */
import type { CountedPoll } from '../../db/queries/polls.ts';
import { boardTexts } from '../../lib/board/board-text.ts';
import type { DrawnElement } from '../../lib/board/element.ts';
import { type NoteLine, notesAsText } from '../../lib/documents/note-line.ts';

/** Characters of each: about 2,000 tokens, beside the chat and the transcript. */
export const mostNotes = 8_000;

/** Of long notes the beginning, in whole lines. */
export function notesContext(lines: readonly NoteLine[]): string {
  return beginning(notesAsText(lines));
}

/** The texts of a whiteboard, as one reads it: each a line. */
export function boardContext(elements: readonly DrawnElement[]): string {
  return beginning(boardTexts(elements).join('\n'));
}

/** What everyone was asked and how many voted for what, without names: each poll a line. */
export function pollsContext(
  polls: readonly Pick<CountedPoll, 'question' | 'choices' | 'counts' | 'voted'>[],
): string {
  const lines = polls.map(({ question, choices, counts, voted }) => {
    const results = choices.map((choice, place) => `${choice}: ${counts[place] ?? 0}`);
    return `${question} ${results.join('; ')} (${voted} voted)`;
  });
  return beginning(lines.join('\n'));
}

function beginning(text: string): string {
  if (text.length <= mostNotes) return text;
  const cut = text.slice(0, mostNotes);
  return `${cut.slice(0, Math.max(cut.lastIndexOf('\n'), 0))}\n…`;
}
