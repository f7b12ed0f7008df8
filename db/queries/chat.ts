import { and, asc, desc, eq, getTableColumns, gt, sql } from 'drizzle-orm';
import type { ChatMessage } from '../../lib/chat-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { chatMessages } from '../schema/chat.ts';
import { meetings } from '../schema/meetings.ts';
import { meetingMs } from './meeting-clock.ts';
import type { Meeting } from './meetings.ts';

type Row = typeof chatMessages.$inferSelect;
const { meetingId: _, ...view } = getTableColumns(chatMessages);

/**
 * Lets one message of a meeting in at a time until the transaction ends, so that numbers have no holes and become
 * visible in order. The meeting does not end or go off the record meanwhile.
 */
export async function lockChat(tx: Tx, id: MeetingId): Promise<Meeting | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`chat:${id}`}, 0))`);
  const [meeting] = await tx.select().from(meetings).where(eq(meetings.id, id)).for('share');
  return meeting ?? null;
}

export async function findChatMessage(
  db: Tx,
  { meetingId, id }: Pick<Row, 'meetingId' | 'id'>,
): Promise<ChatMessage | null> {
  const [row] = await db
    .select(view)
    .from(chatMessages)
    .where(and(eq(chatMessages.meetingId, meetingId), eq(chatMessages.id, id)));
  return row ?? null;
}

/** Stores a new message with the next number; the caller holds `lockChat`. */
export async function insertChatMessage(tx: Tx, message: Omit<Row, 'seq' | 'atMs'>): Promise<ChatMessage> {
  const { meetingId } = message;
  const [row] = await tx
    .insert(chatMessages)
    .values({
      ...message,
      seq: sql`(select coalesce(max(c.seq), 0) + 1 from chat_messages c where c.meeting_id = ${meetingId})`,
      // Not now(): that is when the transaction began, before it waited for the lock.
      atMs: sql`(select ${meetingMs(sql`clock_timestamp()`)} from meetings m where m.id = ${meetingId})`,
    })
    .returning(view);
  if (!row) throw new Error('insert returned no row');
  return row;
}

/** Up to `limit` messages behind number `after`, in order. */
export function listChatMessages(
  db: Tx,
  meetingId: MeetingId,
  { after, limit }: { after: number; limit: number },
): Promise<ChatMessage[]> {
  return db
    .select(view)
    .from(chatMessages)
    .where(and(eq(chatMessages.meetingId, meetingId), gt(chatMessages.seq, after)))
    .orderBy(asc(chatMessages.seq))
    .limit(limit);
}

/** The last `limit` messages, in order. */
export async function listLastChatMessages(
  db: Tx,
  meetingId: MeetingId,
  limit: number,
): Promise<ChatMessage[]> {
  const rows = await db
    .select(view)
    .from(chatMessages)
    .where(eq(chatMessages.meetingId, meetingId))
    .orderBy(desc(chatMessages.seq))
    .limit(limit);
  return rows.reverse();
}

/** What was written off the record goes with the meeting's end. */
export async function dropOffRecordChat(tx: Tx, meetingId: MeetingId): Promise<void> {
  await tx
    .delete(chatMessages)
    .where(and(eq(chatMessages.meetingId, meetingId), eq(chatMessages.offRecord, true)));
}
