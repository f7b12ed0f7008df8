import type { QuestionKind, Reply } from '../../../../lib/assistant-messages.ts';

/** Ready-made questions, in the order in which they are offered. */
export const readyMade: readonly { kind: QuestionKind; label: string }[] = [
  { kind: 'catchUp', label: 'Catch me up' },
  { kind: 'mentions', label: 'Was I mentioned?' },
  { kind: 'decisions', label: 'Decisions so far' },
  { kind: 'openQuestions', label: 'Open questions' },
  { kind: 'myTasks', label: 'My tasks' },
];

/** What was asked, in words. */
export function wordsOf({ kind, question }: { kind: Reply['kind']; question: string }): string {
  return question || (readyMade.find((each) => each.kind === kind)?.label ?? '');
}
