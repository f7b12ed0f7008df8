/** The queue of raised hands of a meeting. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Hands } from '../../lib/hand-messages.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { raisedHands } from '../schema/hands.ts';
import { meetings } from '../schema/meetings.ts';
import type { Participant } from './participants.ts';

/** Someone who reconnects or reloads keeps the hand up for this long. */
const absence = sql`interval '15 seconds'`;
const isAbsent = sql`${raisedHands.raisedAt} < now() - ${absence} and not exists (
  select 1 from presence_intervals i
  where i.participant_id = raised_hands.participant_id
    and (i.left_at is null or i.left_at > now() - ${absence}))`;

/** Begins a change, one at a time until the transaction ends. False when the meeting is not live. */
export async function beginHandsChange(tx: Tx, id: MeetingId): Promise<boolean> {
  const rows = await tx
    .update(meetings)
    .set({ handsVersion: sql`${meetings.handsVersion} + 1` })
    .where(and(eq(meetings.id, id), eq(meetings.status, 'live')))
    .returning({ id: meetings.id });
  return rows.length > 0;
}

/** One's place in the queue stays when one raises again. */
export async function raiseHand(
  tx: Tx,
  { meetingId, id }: Pick<Participant, 'meetingId' | 'id'>,
): Promise<void> {
  await tx
    .insert(raisedHands)
    // Not now(): that is when the transaction began, before it waited for the change before.
    .values({ meetingId, participantId: id, raisedAt: sql`clock_timestamp()` })
    .onConflictDoNothing();
}

/** Lowers one person's hand, or everyone's. */
export async function lowerHands(tx: Tx, meetingId: MeetingId, id?: ParticipantId): Promise<void> {
  const isTheirs = id === undefined ? undefined : eq(raisedHands.participantId, id);
  await tx.delete(raisedHands).where(and(eq(raisedHands.meetingId, meetingId), isTheirs));
}

/** True when a hand is up whose owner has left. */
export async function hasAbsentHands(db: Tx, meetingId: MeetingId): Promise<boolean> {
  const rows = await db
    .select({ id: raisedHands.participantId })
    .from(raisedHands)
    .where(and(eq(raisedHands.meetingId, meetingId), isAbsent))
    .limit(1);
  return rows.length > 0;
}

export async function lowerAbsentHands(tx: Tx, meetingId: MeetingId): Promise<void> {
  await tx.delete(raisedHands).where(and(eq(raisedHands.meetingId, meetingId), isAbsent));
}

export async function listHands(db: Tx, meetingId: MeetingId): Promise<Hands> {
  const [meeting] = await db
    .select({ version: meetings.handsVersion })
    .from(meetings)
    .where(eq(meetings.id, meetingId));
  const rows = await db
    .select({ id: raisedHands.participantId })
    .from(raisedHands)
    .where(eq(raisedHands.meetingId, meetingId))
    .orderBy(asc(raisedHands.raisedAt), asc(raisedHands.participantId));
  return { version: meeting?.version ?? 0, hands: rows.map(({ id }) => id) };
}
