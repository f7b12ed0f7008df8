import { useState } from 'react';
import type { ApprovalView } from '../../../../lib/assistant-messages.ts';

type Arguments = ApprovalView['arguments'];

/** By id and digest of the proposal. */
const drafts = new Map<string, Arguments>();

/**
 * What somebody made of a proposal and has not sent yet. It outlives the form: who puts a proposal aside, or looks up
 * the words that caused it, goes on where they were.
 */
export function useDraft({
  id,
  digest,
  arguments: proposed,
}: ApprovalView): [Arguments, (next: Arguments) => void] {
  const key = `${id} ${digest}`;
  const [draft, setDraft] = useState(() => drafts.get(key) ?? proposed);
  const change = (next: Arguments) => {
    drafts.set(key, next);
    setDraft(next);
  };
  return [draft, change];
}
