import { boardIsFull } from '../../../../lib/board/limits.ts';
import type { DocumentState } from '../documents/document-state.ts';

const texts: Record<NonNullable<DocumentState['reason']>, string> = {
  rule: 'You can look on. The hosts choose who draws.',
  role: 'You can look on. The hosts choose who draws.',
  not_live: 'The meeting is over: the whiteboard stays as it is.',
  outside: 'You can look on. Join the meeting to draw.',
  forbidden: 'This whiteboard is not yours to see any more.',
  broken: 'Something that you drew cannot be kept. Reload the page to go on.',
  full: `${boardIsFull} What you drew last was not kept: reload the page.`,
  too_large: 'That was too much at once and was not kept. Reload the page, and paste less.',
};

/** Why one cannot draw; null when one can, or does not know yet. */
export function whyViewOnly({ mayWrite, reason }: Pick<DocumentState, 'mayWrite' | 'reason'>): string | null {
  return mayWrite || reason === null ? null : texts[reason];
}
