import { listOwnVotes, listVoters } from '../../db/queries/poll-votes.ts';
import { findPoll, listPolls, type PollRef } from '../../db/queries/polls.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { PollList, Voters } from '../../lib/poll-messages.ts';
import type { WebContext } from '../context.ts';
import type { MeetingAccess } from '../meeting-access.ts';
import { showsCounts, viewOwnPoll } from './view-poll.ts';
import { votersOf } from './voters-of.ts';
import { mayAsk } from './write-poll.ts';

/** The polls of a meeting as the one who asks may see them: of drafts their own. */
export async function listPollsFor(
  { database: { db } }: WebContext,
  { meeting, role, participantId }: MeetingAccess,
): Promise<PollList> {
  const polls = await listPolls(db, meeting.id);
  const mine = participantId ? await listOwnVotes(db, meeting.id, participantId) : null;
  return {
    polls: polls
      .filter(({ state, askerId }) => state !== 'draft' || (askerId !== null && askerId === participantId))
      .map((poll) => viewOwnPoll(poll, mine?.get(poll.id))),
    mayAsk: meeting.status === 'live' && participantId !== null && role !== null && mayAsk(meeting, { role }),
  };
}

/** Who voted for what, where that is for everyone to see. Throws `forbidden` for an anonymous poll, to hosts too. */
export async function readVoters({ database: { db } }: WebContext, ref: PollRef): Promise<Voters> {
  const poll = await findPoll(db, ref);
  if (!poll || poll.state === 'draft') throw new ParleyError('not_found', 'There is no such poll.');
  if (poll.anonymous) throw new ParleyError('forbidden', 'This poll is anonymous.');
  if (!showsCounts(poll)) throw new ParleyError('forbidden', 'This is shown when the poll has ended.');
  const votes = (await listVoters(db, ref.meetingId)).filter(({ pollId }) => pollId === ref.id);
  return { voters: votersOf(poll.choices.length, votes) };
}
