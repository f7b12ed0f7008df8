import { asc, eq, sql } from 'drizzle-orm';
import { createId, type MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { participants } from '../schema/meetings.ts';
import { decisions } from '../schema/tasks.ts';

type Decision = typeof decisions.$inferSelect;

/** Stores a decision, or finds the one that the same action has stored. */
export async function storeDecision(
  db: Tx,
  decision: Omit<typeof decisions.$inferInsert, 'id'>,
): Promise<Decision> {
  const [row] = await db
    .insert(decisions)
    .values({ ...decision, id: createId('dec') })
    .onConflictDoUpdate({ target: decisions.actionId, set: { actionId: sql`excluded.action_id` } })
    .returning();
  if (!row) throw new Error('insert returned no row');
  return row;
}

/** What was decided in a meeting, in that order, with the name of whoever had it recorded. */
export function listDecisions(db: Tx, meetingId: MeetingId) {
  return db
    .select({ decision: decisions, recordedByName: participants.name })
    .from(decisions)
    .leftJoin(participants, eq(participants.id, decisions.recordedBy))
    .where(eq(decisions.meetingId, meetingId))
    .orderBy(asc(decisions.createdAt), asc(decisions.id));
}
