import type { LineRef } from './assistant-messages.ts';
import type { Summary } from './summary.ts';

export interface SummaryNote {
  /** Where it stands in the summary, such as `topics.2`. */
  ref: string;
  text: string;
  lines: LineRef[];
}

/** What a summary says beside decisions and tasks, which are rows of their own: piece by piece. */
export function summaryNotes({ overview, topics, questions, numbers }: Summary): SummaryNote[] {
  const list = (name: string, items: { text: string; lines: LineRef[] }[]) =>
    items.map(({ text, lines }, index) => ({ ref: `${name}.${index}`, text, lines }));
  const titled = topics.map(({ title, text, lines }) => ({ text: `${title}. ${text}`, lines }));
  return [
    { ref: 'overview', text: overview, lines: [] },
    ...list('topics', titled),
    ...list('questions', questions),
    ...list('numbers', numbers),
  ].filter(({ text }) => text.trim() !== '');
}
