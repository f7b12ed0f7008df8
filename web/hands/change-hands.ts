/** Changes to the queue of raised hands: stored one after the other, then shown to everyone. */
import type { Tx } from '../../db/database.ts';
import {
  beginHandsChange,
  hasAbsentHands,
  listHands,
  lowerAbsentHands,
  lowerHands,
  raiseHand,
} from '../../db/queries/hands.ts';
import type { Participant } from '../../db/queries/participants.ts';
import { ParleyError } from '../../lib/errors.ts';
import { type Hands, mostHands } from '../../lib/hand-messages.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';
import { limitPerson } from '../rate-limit.ts';
import type { PersonClaims } from '../tokens.ts';

const pace = { name: 'hand', max: 10, windowMs: 10_000 };

/** Raises or lowers one's own hand. */
export async function setOwnHand(context: WebContext, person: Participant, raised: boolean): Promise<Hands> {
  await limitPerson(context, person, pace);
  const hands = await changeHands(context, person.meetingId, null, (tx) =>
    raised ? raiseHand(tx, person) : lowerHands(tx, person.meetingId, person.id),
  );
  return hands ?? refuse();
}

/** A host lowers one hand, or all of them. */
export async function lowerHandsOf(
  context: WebContext,
  { meetingId, name }: Participant,
  personId: ParticipantId | undefined,
): Promise<Hands> {
  const hands = await changeHands(context, meetingId, name, (tx) => lowerHands(tx, meetingId, personId));
  return hands ?? refuse();
}

/** Nothing happens where the hand was down, or the meeting is over. */
export async function lowerHandOfLeaver(
  context: WebContext,
  { meetingId, participantId }: PersonClaims,
): Promise<void> {
  const { hands } = await listHands(context.database.db, meetingId);
  if (!hands.includes(participantId)) return;
  await changeHands(context, meetingId, null, (tx) => lowerHands(tx, meetingId, participantId));
}

/** Whoever leaves has no hand up any more. Not at once: people come back from a lost connection. */
export async function settleHands(context: WebContext, meetingId: MeetingId): Promise<void> {
  if (!(await hasAbsentHands(context.database.db, meetingId))) return;
  await changeHands(context, meetingId, null, (tx) => lowerAbsentHands(tx, meetingId));
}

function refuse(): never {
  throw new ParleyError('meeting_ended', 'This meeting is not running.');
}

/** `by`: the host who does it to others. Null, and nothing happens, when the meeting is not live. */
async function changeHands(
  { database, rooms, logger }: WebContext,
  meetingId: MeetingId,
  by: string | null,
  change: (tx: Tx) => Promise<void>,
): Promise<Hands | null> {
  const hands = await database.db.transaction(async (tx) => {
    if (!(await beginHandsChange(tx, meetingId))) return null;
    await change(tx);
    const now = await listHands(tx, meetingId);
    if (now.hands.length > mostHands) {
      throw new ParleyError('conflict', `${mostHands} hands are up already. Try again later.`);
    }
    return now;
  });
  if (hands === null) return null;
  await rooms.sendControl(meetingId, { type: 'hands.changed', ...hands, by }).catch((error) => {
    logger.warn({ err: error, meetingId }, 'hands not shown yet');
  });
  return hands;
}
