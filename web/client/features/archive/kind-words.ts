import type { EntryKind } from '../../../../lib/archive-messages.ts';

/** What a hit is, where it is no line. */
export const kindWords: Record<Exclude<EntryKind, 'line'>, string> = {
  title: 'Title',
  summary: 'Summary',
  decision: 'Decision',
  task: 'Task',
};
