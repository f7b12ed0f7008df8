import type { Tx } from '../../db/database.ts';
import { findVote } from '../../db/queries/poll-votes.ts';
import { findPoll, type PollRef } from '../../db/queries/polls.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { ParticipantId } from '../../lib/ids.ts';
import type { OwnPoll } from '../../lib/poll-messages.ts';
import { viewOwnPoll } from './view-poll.ts';

/** A poll as this person sees it now. */
export async function readOwnPoll(db: Tx, ref: PollRef, participantId: ParticipantId): Promise<OwnPoll> {
  const poll = await findPoll(db, ref);
  if (!poll) throw new ParleyError('not_found', 'This poll is not there any more.');
  return viewOwnPoll(poll, await findVote(db, { pollId: ref.id, participantId }));
}
