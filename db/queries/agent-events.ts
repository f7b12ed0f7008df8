/** What agents are told. Streams read it by id, so within a meeting ids must become visible in order. */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Id, MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { agentEvents } from '../schema/assistance.ts';

/** Postgres channel that wakes the streams; its payload is the id of the meeting. */
export const agentEventChannel = 'parley_agent_events';

export type StoredAgentEvent = Pick<typeof agentEvents.$inferSelect, 'id' | 'type' | 'approvalId'>;

/**
 * Tells the agent of a meeting when the caller's transaction commits. A lock keeps the ids of one meeting in the
 * order of their commits: a stream that has read 8 would never look for a 7 that comes later. Call it last in a
 * transaction, with nothing left to lock.
 */
export async function tellAgent(
  tx: Tx,
  event: { meetingId: MeetingId; type: StoredAgentEvent['type']; approvalId: Id<'apr'> },
): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`agent-events:${event.meetingId}`}, 0))`,
  );
  await tx.insert(agentEvents).values(event);
  await tx.execute(sql`select pg_notify(${agentEventChannel}, ${event.meetingId})`);
}

/** Events of a meeting behind one that is known, in order. */
export function listAgentEvents(
  db: Tx,
  meetingId: MeetingId,
  { after, limit }: { after: number; limit: number },
): Promise<StoredAgentEvent[]> {
  return db
    .select({ id: agentEvents.id, type: agentEvents.type, approvalId: agentEvents.approvalId })
    .from(agentEvents)
    .where(and(eq(agentEvents.meetingId, meetingId), gt(agentEvents.id, after)))
    .orderBy(asc(agentEvents.id))
    .limit(limit);
}

/**
 * The last event that an earlier job of the meeting can have heard of: the next one came after its last sign of
 * life. 0 when there was none. Telling something twice is better than never.
 */
export async function findLastToldEvent(db: Tx, meetingId: MeetingId, epoch: number): Promise<number> {
  const [row] = await db.execute<{ id: string | null }>(sql`
    select max(id)::text as id from agent_events
    where meeting_id = ${meetingId} and created_at <= (
      select max(last_heartbeat_at) from agent_epochs where meeting_id = ${meetingId} and epoch < ${epoch})`);
  return Number(row?.id ?? 0);
}
