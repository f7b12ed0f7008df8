import type { CountedPoll } from '../../db/queries/polls.ts';
import type { OwnPoll, OwnVote, Poll } from '../../lib/poll-messages.ts';

/** True when anyone may see how many voted for what. */
export function showsCounts({ state, results }: Pick<Poll, 'state' | 'results'>): boolean {
  return state === 'ended' || (state === 'open' && results === 'live');
}

/** A poll as everyone may see it, whoever they are. */
export function viewPoll({ meetingId: _, createdAt: __, counts, ...poll }: CountedPoll): Poll {
  return { ...poll, counts: showsCounts(poll) ? counts : null };
}

export function viewOwnPoll(poll: CountedPoll, mine: OwnVote | null | undefined): OwnPoll {
  return { ...viewPoll(poll), mine: mine ?? null };
}
