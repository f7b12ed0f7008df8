/** Folds polls that come in answers and from the room, in whatever order, into the list that is shown. */
import type { OwnPoll, Poll, PollList } from '../../../../lib/poll-messages.ts';

export const noPolls: PollList = { polls: [], mayAsk: false };

/** A poll as everyone sees it came: what this person voted is kept. */
export function withPoll(list: PollList, poll: Poll): PollList {
  return withOwnPoll(list, { ...poll, mine: null });
}

/** A poll came with what this person voted; one that is known in a later version keeps that. */
export function withOwnPoll(list: PollList, came: OwnPoll): PollList {
  const known = list.polls.find(({ id }) => id === came.id);
  if (!known) return { ...list, polls: [...list.polls, came] };
  const next = merge(known, came);
  return { ...list, polls: list.polls.map((each) => (each.id === came.id ? next : each)) };
}

export function withoutPoll(list: PollList, id: string): PollList {
  return { ...list, polls: list.polls.filter((each) => each.id !== id) };
}

/** A list was fetched: it has what there is, in versions that may be outdated by now. */
export function laterOf(known: PollList | undefined, fetched: PollList): PollList {
  const polls = fetched.polls.map((came) => {
    const before = known?.polls.find(({ id }) => id === came.id);
    return before ? merge(before, came) : came;
  });
  return { ...fetched, polls };
}

/** The open polls that wait for this person's vote. */
export function listWaiting({ polls }: PollList): OwnPoll[] {
  return polls.filter(({ state, mine }) => state === 'open' && mine === null);
}

function merge(known: OwnPoll, came: OwnPoll): OwnPoll {
  const poll = came.version >= known.version ? came : known;
  // When it has ended nobody knows any more who voted for what.
  if (poll.anonymous && poll.state === 'ended') return { ...poll, mine: null };
  const isKnownLater = (known.mine?.revision ?? 0) > (came.mine?.revision ?? 0);
  return { ...poll, mine: isKnownLater ? known.mine : came.mine };
}
