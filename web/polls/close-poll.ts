/** What whoever asked, or a host, does with a poll that everyone sees. */
import type { Participant } from '../../db/queries/participants.ts';
import {
  deletePoll,
  endPoll,
  lockMeetingOfPolls,
  lockPoll,
  type Poll,
  type PollRef,
} from '../../db/queries/polls.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { Id } from '../../lib/ids.ts';
import type { OwnPoll } from '../../lib/poll-messages.ts';
import { may } from '../../lib/roles.ts';
import type { WebContext } from '../context.ts';
import { readOwnPoll } from './read-own-poll.ts';
import { tellPoll, tellRoom } from './tell-poll.ts';

/** Nobody votes any more, and everyone sees the counts. Ended again, nothing happens. */
export async function endPollFor(context: WebContext, person: Participant, id: Id<'pol'>): Promise<OwnPoll> {
  const { db } = context.database;
  const ref = { id, meetingId: person.meetingId };
  const ended = await db.transaction(async (tx) => {
    const poll = await lockPoll(tx, ref);
    if (refuseOthers(poll, person).state === 'draft') {
      throw new ParleyError('conflict', 'This poll has not begun.');
    }
    if (poll?.state === 'ended') return false;
    await endPoll(tx, ref);
    return true;
  });
  if (ended) await tellPoll(context, ref);
  return readOwnPoll(db, ref, person.id);
}

/** Takes a poll away with its votes. What is there when the meeting ends stays. */
export async function deletePollFor(context: WebContext, person: Participant, id: Id<'pol'>): Promise<void> {
  const ref: PollRef = { id, meetingId: person.meetingId };
  await context.database.db.transaction(async (tx) => {
    const meeting = await lockMeetingOfPolls(tx, ref.meetingId);
    if (meeting?.status !== 'live') throw new ParleyError('meeting_ended', 'This meeting is not running.');
    refuseOthers(await lockPoll(tx, ref), person);
    await deletePoll(tx, ref);
  });
  await tellRoom(context, ref, { type: 'polls.changed' });
}

/** A draft is there for whoever wrote it alone. */
function refuseOthers(poll: Poll | null, { id, role }: Participant): Poll {
  const isTheirs = poll?.askerId === id;
  if (!poll || (poll.state === 'draft' && !isTheirs)) {
    throw new ParleyError('not_found', 'This poll is not there any more.');
  }
  if (!isTheirs && !may(role, 'moderate')) {
    throw new ParleyError('forbidden', 'Only whoever asked, and hosts, can do this.');
  }
  return poll;
}
