import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { PollList } from '../../../../lib/poll-messages.ts';
import { pollsKey } from './usePolls.ts';

/** Gives what the change makes of the list, once web has stored it. */
type Change = () => Promise<(list: PollList) => PollList>;

export interface PollChange {
  /** One is on its way. */
  busy: boolean;
  run(change: Change, onDone?: () => void): void;
}

/** Changes polls, one change at a time. What web refuses is said, and the list fetched again. */
export function usePollChange(meetingId: string): PollChange {
  const queries = useQueryClient();
  const queryKey = pollsKey(meetingId);
  const { mutate, isPending } = useMutation({
    mutationFn: (change: Change) => change(),
    onSuccess: (fold) => {
      queries.setQueryData<PollList>(queryKey, (known) => known && fold(known));
    },
    onError: (error) => {
      toast.error(error.message);
      void queries.invalidateQueries({ queryKey });
    },
  });
  return {
    busy: isPending,
    run(change, onDone) {
      if (!isPending) mutate(change, onDone ? { onSuccess: onDone } : {});
    },
  };
}
