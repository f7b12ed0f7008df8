/** Polls of a meeting, with how they stand. */
import { and, asc, eq, getTableColumns, inArray, ne, sql } from 'drizzle-orm';
import type { Id, MeetingId } from '../../lib/ids.ts';
import type { WritePoll } from '../../lib/poll-messages.ts';
import type { Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import { polls, pollVotes } from '../schema/polls.ts';
import { meetingMs } from './meeting-clock.ts';
import type { Meeting } from './meetings.ts';
import type { Participant } from './participants.ts';

export type Poll = typeof polls.$inferSelect;
export type PollRef = Pick<Poll, 'id' | 'meetingId'>;
/** With its votes as they are in the moment of the statement. */
export type CountedPoll = Poll & { voted: number; counts: number[] };

const isPoll = ({ id, meetingId }: PollRef) => and(eq(polls.id, id), eq(polls.meetingId, meetingId));

const counted = {
  ...getTableColumns(polls),
  voted: sql<number>`(select count(*)::int from poll_votes v where v.poll_id = polls.id)`,
  counts: sql<number[]>`array(
    select (select count(*)::int from poll_votes v where v.poll_id = polls.id and place = any(v.choices))
    from generate_series(0, jsonb_array_length(polls.choices) - 1) place order by place)`,
};

/** In the order of asking, then drafts, of everyone. */
export function listPolls(db: Tx, meetingId: MeetingId): Promise<CountedPoll[]> {
  return db
    .select(counted)
    .from(polls)
    .where(eq(polls.meetingId, meetingId))
    .orderBy(sql`${polls.askedAtMs} asc nulls last`, asc(polls.createdAt), asc(polls.id));
}

/** What everyone may see of polls when a meeting is over: those that have ended, and were asked on the record. */
export async function listEndedPolls(db: Tx, meetingId: MeetingId): Promise<CountedPoll[]> {
  return (await listPolls(db, meetingId)).filter(({ state, offRecord }) => state === 'ended' && !offRecord);
}

export async function findPoll(db: Tx, ref: PollRef): Promise<CountedPoll | null> {
  const [row] = await db.select(counted).from(polls).where(isPoll(ref));
  return row ?? null;
}

/** The poll, which nobody else changes or votes in until the transaction ends. */
export async function lockPoll(tx: Tx, ref: PollRef): Promise<Poll | null> {
  const [row] = await tx.select().from(polls).where(isPoll(ref)).for('update');
  return row ?? null;
}

/** The meeting, which does not end or go off the record until the transaction ends. Polls are locked after it. */
export async function lockMeetingOfPolls(tx: Tx, id: MeetingId): Promise<Meeting | null> {
  const [row] = await tx.select().from(meetings).where(eq(meetings.id, id)).for('share');
  return row ?? null;
}

export function countPolls(db: Tx, meetingId: MeetingId): Promise<number> {
  return db.$count(polls, eq(polls.meetingId, meetingId));
}

/** Nothing happens when there is one with this id. */
export async function insertDraft(
  tx: Tx,
  { id: askerId, meetingId, name }: Pick<Participant, 'id' | 'meetingId' | 'name'>,
  { id, ...text }: Omit<WritePoll, 'launch'> & Pick<Poll, 'id'>,
): Promise<void> {
  await tx
    .insert(polls)
    .values({ ...text, id, meetingId, askerId, askerName: name })
    .onConflictDoNothing();
}

/** The caller holds `lockPoll`, and has seen that it is a draft. */
export async function writeDraft(tx: Tx, ref: PollRef, text: Omit<WritePoll, 'launch'>): Promise<void> {
  await tx
    .update(polls)
    .set({ ...text, version: sql`${polls.version} + 1` })
    .where(isPoll(ref));
}

/** From now on people vote. */
export async function openPoll(tx: Tx, ref: PollRef, offRecord: boolean): Promise<void> {
  await tx
    .update(polls)
    .set({
      state: 'open',
      version: sql`${polls.version} + 1`,
      offRecord,
      askedAtMs: sql`(select ${meetingMs(sql`clock_timestamp()`)} from meetings m where m.id = ${ref.meetingId})`,
    })
    .where(isPoll(ref));
}

/** Counts a change, such as a vote. */
export async function touchPoll(tx: Tx, ref: PollRef): Promise<void> {
  await tx
    .update(polls)
    .set({ version: sql`${polls.version} + 1` })
    .where(isPoll(ref));
}

/** Of an anonymous one nobody, and no backup from now on, knows any more who voted for what. */
export async function endPoll(tx: Tx, ref: PollRef): Promise<void> {
  await end(tx, [ref.id]);
}

export async function deletePoll(tx: Tx, ref: PollRef): Promise<void> {
  await tx.delete(polls).where(isPoll(ref));
}

/** With the meeting its polls end; drafts, and what was asked off the record, go. */
export async function settlePolls(tx: Tx, meetingId: MeetingId): Promise<void> {
  await tx
    .delete(polls)
    .where(and(eq(polls.meetingId, meetingId), sql`(${polls.state} = 'draft' or ${polls.offRecord})`));
  // Locked first: a vote that is under way counts, and is found below.
  const open = await tx
    .select({ id: polls.id })
    .from(polls)
    .where(and(eq(polls.meetingId, meetingId), eq(polls.state, 'open')))
    .orderBy(asc(polls.id))
    .for('update');
  await end(
    tx,
    open.map(({ id }) => id),
  );
}

async function end(tx: Tx, ids: Id<'pol'>[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(polls)
    .set({ state: 'ended', version: sql`${polls.version} + 1` })
    .where(and(inArray(polls.id, ids), ne(polls.state, 'ended')));
  const anonymous = tx
    .select({ id: polls.id })
    .from(polls)
    .where(and(inArray(polls.id, ids), eq(polls.anonymous, true)));
  await tx
    .update(pollVotes)
    .set({ participantId: null, revision: 0 })
    .where(inArray(pollVotes.pollId, anonymous));
}
