import type { Participant } from '../../db/queries/participants.ts';
import { findVote, storeVote } from '../../db/queries/poll-votes.ts';
import { lockPoll, type Poll, touchPoll } from '../../db/queries/polls.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { Id } from '../../lib/ids.ts';
import type { CastVote, OwnPoll } from '../../lib/poll-messages.ts';
import type { WebContext } from '../context.ts';
import { limitPerson } from '../rate-limit.ts';
import { readOwnPoll } from './read-own-poll.ts';
import { tellPoll } from './tell-poll.ts';

const pace = { name: 'vote', max: 20, windowMs: 10_000 };

/**
 * Stores what a person votes for, in place of what they voted before, and shows everyone how the poll stands. A vote
 * that comes twice, or behind a later one, changes nothing; the answer has what counts. Throws `conflict` when the poll
 * has ended.
 */
export async function castVote(
  context: WebContext,
  person: Participant,
  pollId: Id<'pol'>,
  { choices, revision }: CastVote,
): Promise<OwnPoll> {
  const { db } = context.database;
  const ref = { id: pollId, meetingId: person.meetingId };
  const voter = { pollId, participantId: person.id };
  await limitPerson(context, person, pace);
  const counts = await db.transaction(async (tx) => {
    const poll = await lockPoll(tx, ref);
    if (!poll || poll.state === 'draft')
      throw new ParleyError('not_found', 'This poll is not there any more.');
    const chosen = readChoices(poll, choices);
    const before = await findVote(tx, voter);
    if (before && before.revision >= revision) return false;
    if (poll.state === 'ended') throw new ParleyError('conflict', 'This poll has ended.');
    await storeVote(tx, voter, { choices: chosen, revision });
    await touchPoll(tx, ref);
    return true;
  });
  if (counts) await tellPoll(context, ref);
  return readOwnPoll(db, ref, person.id);
}

/** Each once, in order. Throws for choices that the poll does not have, and for more than one where one is asked for. */
function readChoices({ choices: { length }, multiple }: Poll, choices: readonly number[]): number[] {
  const chosen = [...new Set(choices)].toSorted((a, b) => a - b);
  if (chosen.some((place) => place >= length)) {
    throw new ParleyError('bad_request', 'This poll has no such choice.');
  }
  if (!multiple && chosen.length > 1) throw new ParleyError('bad_request', 'Please choose one.');
  return chosen;
}
