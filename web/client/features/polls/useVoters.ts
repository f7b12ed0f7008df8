import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnPoll } from '../../../../lib/poll-messages.ts';
import type { Reader } from '../api/assistant.ts';
import { fetchVoters } from '../api/polls.ts';

export interface VoterNames {
  /** There are names to see. */
  offered: boolean;
  shown: boolean;
  toggle(): void;
  /** By the place of the choice; null while they are not shown, or not here. */
  names: readonly string[][] | null;
  failed: boolean;
}

/** While people vote: the counts are live, names may be a moment late. */
const refreshMs = 3_000;

/** Who voted for what: fetched when somebody wishes to see it. */
export function useVoters({ meetingId, apiToken }: Reader, poll: OwnPoll): VoterNames {
  const [wanted, setWanted] = useState(false);
  const { id, state, anonymous, counts, voted } = poll;
  const offered = !anonymous && counts !== null && voted > 0;
  const shown = wanted && offered;
  const { data, isError } = useQuery({
    queryKey: ['voters', meetingId, id, state],
    queryFn: ({ signal }) => fetchVoters({ meetingId, apiToken }, id, signal),
    enabled: shown,
    refetchInterval: state === 'open' ? refreshMs : false,
  });
  return {
    offered,
    shown,
    toggle: () => setWanted(!wanted),
    names: shown ? (data?.voters ?? null) : null,
    failed: shown && isError,
  };
}
