import { useMutation } from '@tanstack/react-query';
import type { ApprovalView, DecideApproval } from '../../../../lib/assistant-messages.ts';
import { ApiError } from '../api/api-error.ts';
import { decideApproval, type Reader } from '../api/assistant.ts';
import { markClicked, measureDecided } from './approval-marks.ts';

interface UseDecideOptions {
  reader: Reader;
  onAnswered(approval: ApprovalView): void;
  /** Web did not take it: what is shown may be out of date. */
  onRefused(): void;
}

export interface Decide {
  decide(id: ApprovalView['id'], body: DecideApproval): void;
  /** The proposal whose answer is on its way. */
  sendingId: string | null;
  /** Why the last answer was not taken, and what to do. */
  problem: { id: string; text: string } | null;
}

/** Sends answers to proposals. */
export function useDecide({ reader, onAnswered, onRefused }: UseDecideOptions): Decide {
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: ({ id, body }: { id: ApprovalView['id']; body: DecideApproval }) => {
      markClicked(id);
      return decideApproval(reader, id, body);
    },
    onSuccess: (approval, { id }) => {
      measureDecided(id);
      onAnswered(approval);
    },
    onError: onRefused,
  });
  return {
    decide: (id, body) => mutate({ id, body }),
    sendingId: isPending ? variables.id : null,
    problem: error && variables ? { id: variables.id, text: explain(error) } : null,
  };
}

function explain(error: Error): string {
  if (error instanceof ApiError && error.code === 'unreachable') {
    return 'The server does not answer, so nothing was decided. Try again in a moment.';
  }
  return error.message;
}
