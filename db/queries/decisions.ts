import { and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { createId, type MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { participants } from '../schema/meetings.ts';
import { decisions } from '../schema/tasks.ts';

type Decision = typeof decisions.$inferSelect;
export type DecisionRow = Awaited<ReturnType<typeof select>>[number];

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

/** What was decided in a meeting, in that order, with the name of whoever had it recorded; or what was taken away. */
export function listDecisions(
  db: Tx,
  meetingId: MeetingId,
  { removed = false } = {},
): Promise<DecisionRow[]> {
  return select(
    db,
    and(
      eq(decisions.meetingId, meetingId),
      removed ? isNotNull(decisions.removedAt) : isNull(decisions.removedAt),
    ),
  );
}

/**
 * What a person makes of a decision: no summary changes it any more. Null when the meeting has no such decision.
 */
export async function changeDecision(
  db: Tx,
  { meetingId, id }: { meetingId: MeetingId; id: string },
  { removed, ...values }: { text?: string; removed?: boolean },
): Promise<DecisionRow | null> {
  const own = and(eq(decisions.meetingId, meetingId), eq(decisions.id, id as Decision['id']));
  await db
    .update(decisions)
    .set({
      ...values,
      ...(removed === undefined
        ? {}
        : { removedAt: removed ? sql`coalesce(${decisions.removedAt}, now())` : null }),
      touchedAt: sql`now()`,
    })
    .where(own);
  const [row] = await select(db, own);
  return row ?? null;
}

function select(db: Tx, where: SQL | undefined) {
  return db
    .select({ decision: decisions, recordedByName: participants.name })
    .from(decisions)
    .leftJoin(participants, eq(participants.id, decisions.recordedBy))
    .where(where)
    .orderBy(asc(decisions.createdAt), asc(decisions.id));
}
