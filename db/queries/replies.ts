/** What the AI participant answered. */
import { and, asc, eq, getTableColumns, or, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { replies } from '../schema/assistance.ts';
import { meetings, participants } from '../schema/meetings.ts';
import type { Participant } from './participants.ts';

type Row = typeof replies.$inferSelect;
export type ReplyRow = Row & { askerName: string | null };

/**
 * Stores a reply, or its newer state; one that is finished stays as it is. False when the meeting has been greeted
 * by another reply, or the id is another meeting's.
 */
export async function saveReply(db: Tx, reply: Omit<Row, 'createdAt'>): Promise<boolean> {
  const inserted = await db.insert(replies).values(reply).onConflictDoNothing().returning({ id: replies.id });
  if (inserted.length > 0) return true;
  const isThis = and(eq(replies.id, reply.id), eq(replies.meetingId, reply.meetingId));
  const { text, citations, by, spoken, state, epoch } = reply;
  await db
    .update(replies)
    .set({ text, citations, by, spoken, state, epoch })
    .where(and(isThis, eq(replies.state, 'writing')));
  const known = await db.select({ id: replies.id }).from(replies).where(isThis);
  return known.length > 0;
}

/**
 * What a person may read, the oldest first: what was for everyone, and what was for them. What a job left unfinished
 * that is not there any more counts as interrupted.
 */
export function listReplies(db: Tx, meetingId: MeetingId, reader: Participant | null): Promise<ReplyRow[]> {
  const isLeft = sql`(${meetings.status} <> 'live' or ${replies.epoch} < (
    select max(e.epoch) from agent_epochs e where e.meeting_id = ${meetings.id} and e.joined_at is not null))`;
  const isReaders = reader
    ? or(
        eq(replies.askerId, reader.id),
        reader.userId === null ? undefined : eq(participants.userId, reader.userId),
      )
    : undefined;
  return db
    .select({
      ...getTableColumns(replies),
      state: sql<Row['state']>`case when ${replies.state} = 'writing' and ${isLeft} then 'interrupted'
        else ${replies.state} end`,
      askerName: participants.name,
    })
    .from(replies)
    .innerJoin(meetings, eq(meetings.id, replies.meetingId))
    .leftJoin(participants, eq(participants.id, replies.askerId))
    .where(and(eq(replies.meetingId, meetingId), or(eq(replies.audience, 'all'), isReaders)))
    .orderBy(asc(replies.createdAt), asc(replies.id));
}

/** True once an agent of this meeting has greeted. */
export async function hasGreeted(db: Tx, meetingId: MeetingId): Promise<boolean> {
  const rows = await db
    .select({ id: replies.id })
    .from(replies)
    .where(and(eq(replies.meetingId, meetingId), eq(replies.kind, 'greeting')))
    .limit(1);
  return rows.length > 0;
}
