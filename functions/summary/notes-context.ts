import { type NoteLine, notesAsText } from '../../lib/documents/note-line.ts';

/** Characters: about 2,000 tokens, beside the chat and the transcript. */
export const mostNotes = 8_000;

/** What people wrote down together, as a model is given it: of long notes the beginning, in whole lines. */
export function notesContext(lines: readonly NoteLine[]): string {
  const text = notesAsText(lines);
  if (text.length <= mostNotes) return text;
  const cut = text.slice(0, mostNotes);
  return `${cut.slice(0, Math.max(cut.lastIndexOf('\n'), 0))}\n…`;
}
