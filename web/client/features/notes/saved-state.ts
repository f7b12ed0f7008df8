import type { DocumentState } from '../documents/document-state.ts';

/** Whether what is written is safe, in a few words; `urgent` when somebody should hear of it. */
export function describeSaved({
  status,
  unsaved,
  mayWrite,
}: Pick<DocumentState, 'status' | 'unsaved' | 'mayWrite'>): { text: string; urgent: boolean } {
  switch (status) {
    case 'connecting':
      return { text: 'Opening', urgent: false };
    case 'offline':
      if (unsaved) return { text: 'Offline: kept here until the connection is back', urgent: true };
      return { text: 'Offline', urgent: true };
    case 'refused':
      return { text: 'Not saved any more', urgent: true };
    case 'synced':
      if (!mayWrite) return { text: 'Read only', urgent: false };
      return { text: unsaved ? 'Saving' : 'Saved', urgent: false };
    default:
      return status satisfies never;
  }
}

const readOnlyTexts: Record<NonNullable<DocumentState['reason']>, string> = {
  role: 'You can read along. Hosts decide who writes.',
  rule: 'You can read along. Hosts decide who writes.',
  not_live: 'The meeting is over: these notes stay as they are.',
  outside: 'You can read along. Join the meeting to write.',
  forbidden: 'These notes are not yours to see any more.',
  broken: 'Something went wrong with these notes. Reload the page; copy first what you do not want to lose.',
  full: 'These notes are full. What you wrote last is only here: copy it, then reload the page.',
  too_large: 'That was too much at once and is only here: copy it, then reload the page.',
};

/** Why one cannot write; null when one can. */
export function whyReadOnly({ mayWrite, reason }: Pick<DocumentState, 'mayWrite' | 'reason'>): string | null {
  return mayWrite || reason === null ? null : readOnlyTexts[reason];
}
