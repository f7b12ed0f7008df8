import type { Tx } from '../../db/database.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import type { Participant } from '../../db/queries/participants.ts';
import {
  countPolls,
  insertDraft,
  lockMeetingOfPolls,
  lockPoll,
  openPoll,
  type PollRef,
  writeDraft,
} from '../../db/queries/polls.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { Id } from '../../lib/ids.ts';
import { type OwnPoll, pollLimits, type WritePoll } from '../../lib/poll-messages.ts';
import { may } from '../../lib/roles.ts';
import type { WebContext } from '../context.ts';
import { limitPerson } from '../rate-limit.ts';
import { readOwnPoll } from './read-own-poll.ts';
import { readQuestion } from './read-question.ts';
import { tellPoll } from './tell-poll.ts';

const pace = { name: 'poll', max: 20, windowMs: 60_000 };

/** Those who moderate, and everyone where they allow it. */
export function mayAsk(meeting: Pick<Meeting, 'whoMayPoll'>, { role }: Pick<Participant, 'role'>): boolean {
  return may(role, 'moderate') || meeting.whoMayPoll === 'everyone';
}

/**
 * Stores a draft, or asks everyone. Asked again, it is the same poll, and nothing happens. Throws for what cannot be
 * asked, when the meeting is over, and for a poll that somebody else wrote or that has begun.
 */
export async function writePoll(
  context: WebContext,
  person: Participant,
  id: Id<'pol'>,
  wish: WritePoll,
): Promise<OwnPoll> {
  const { db } = context.database;
  const ref = { id, meetingId: person.meetingId };
  const text = readQuestion(wish);
  await limitPerson(context, person, pace);
  const opened = await db.transaction(async (tx) => {
    const meeting = await lockMeetingOfPolls(tx, ref.meetingId);
    if (meeting?.status !== 'live') throw new ParleyError('meeting_ended', 'This meeting is not running.');
    if (!mayAsk(meeting, person)) throw new ParleyError('forbidden', 'Only hosts can ask in this meeting.');
    const known = await lockPoll(tx, ref);
    if (!known) await addDraft(tx, person, { ...text, id });
    // Of two that are added at the same moment, the second one finds the first.
    const stored = known ?? (await lockPoll(tx, ref));
    if (stored?.askerId !== person.id) {
      throw new ParleyError('conflict', 'Somebody else has written this poll.');
    }
    if (stored.state !== 'draft') {
      if (wish.launch) return false;
      throw new ParleyError('conflict', 'This poll has begun, and cannot be changed any more.');
    }
    if (known) await writeDraft(tx, ref, text);
    if (wish.launch) await openPoll(tx, ref, meeting.paused);
    return wish.launch;
  });
  if (opened) await tellPoll(context, ref);
  return readOwnPoll(db, ref, person.id);
}

async function addDraft(
  tx: Tx,
  person: Participant,
  poll: Omit<WritePoll, 'launch'> & Pick<PollRef, 'id'>,
): Promise<void> {
  if ((await countPolls(tx, person.meetingId)) >= pollLimits.polls) {
    throw new ParleyError('conflict', `A meeting has ${pollLimits.polls} polls at most. Delete one first.`);
  }
  await insertDraft(tx, person, poll);
}
