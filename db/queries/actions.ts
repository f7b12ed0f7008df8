/** Approved actions: the ledger of what was begun, and what came of it. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ActionStatus } from '../../lib/assistant-messages.ts';
import type { Id } from '../../lib/ids.ts';
import type { Db, Tx } from '../database.ts';
import { actions, approvals } from '../schema/assistance.ts';
import { tellAgent } from './agent-events.ts';
import { logApproval } from './approval-log.ts';
import { announceFact } from './webhook-deliveries.ts';

type ActionId = Id<'act'>;

export interface Outcome {
  status: Extract<ActionStatus, 'done' | 'failed' | 'unknown'>;
  /** A sentence for people. */
  message: string;
  made: { kind: string; id: string }[];
}

export interface ClaimedAction {
  action: typeof actions.$inferSelect;
  approval: typeof approvals.$inferSelect;
  /** False when somebody has claimed it before and has not finished. */
  isFirst: boolean;
}

/** Notes that the effect begins, before it does; null when it is finished already, or does not exist. */
export function claimAction(db: Db, id: ActionId): Promise<ClaimedAction | null> {
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ action: actions, approval: approvals })
      .from(actions)
      .innerJoin(approvals, eq(approvals.id, actions.approvalId))
      .where(and(eq(actions.id, id), inArray(actions.status, ['waiting', 'running'])))
      .for('update', { of: actions });
    if (!found) return null;
    const isFirst = found.action.status === 'waiting';
    if (isFirst) {
      await tx.update(actions).set({ status: 'running', claimedAt: sql`now()` }).where(eq(actions.id, id));
      const { meetingId, id: approvalId } = found.approval;
      await logApproval(tx, { meetingId, approvalId, event: 'running' });
    }
    return { ...found, isFirst };
  });
}

/** Holds an action until the transaction ends. */
export async function lockAction(tx: Tx, id: ActionId): Promise<void> {
  await tx.select({ id: actions.id }).from(actions).where(eq(actions.id, id)).for('update');
}

/** The line that led to an action. */
export async function findCause(
  db: Tx,
  id: ActionId,
): Promise<{ causeEpoch: number | null; causeSeq: number | null }> {
  const [row] = await db
    .select({ causeEpoch: approvals.causeEpoch, causeSeq: approvals.causeSeq })
    .from(actions)
    .innerJoin(approvals, eq(approvals.id, actions.approvalId))
    .where(eq(actions.id, id));
  return row ?? { causeEpoch: null, causeSeq: null };
}

/** Whether its effect was begun and not finished. */
export async function isClaimed(db: Tx, id: ActionId): Promise<boolean> {
  const [row] = await db.select({ status: actions.status }).from(actions).where(eq(actions.id, id));
  return row?.status === 'running';
}

/** Gives a claim back: nothing has happened, and the next try is a first one. */
export async function releaseAction(db: Tx, id: ActionId): Promise<void> {
  await db
    .update(actions)
    .set({ status: 'waiting', claimedAt: null })
    .where(and(eq(actions.id, id), eq(actions.status, 'running')));
}

/** Stores what came of it, logs it, and tells who waits for it, in one transaction; the first outcome stays. */
export async function finishAction(db: Db, id: ActionId, outcome: Outcome): Promise<void> {
  await db.transaction(async (tx) => {
    const [finished] = await tx
      .update(actions)
      .set({ ...outcome, finishedAt: sql`now()` })
      .where(and(eq(actions.id, id), inArray(actions.status, ['waiting', 'running'])))
      .returning({ meetingId: actions.meetingId, approvalId: actions.approvalId });
    if (!finished) return;
    const { status: event, message: note } = outcome;
    await logApproval(tx, { ...finished, event, note });
    await tellAgent(tx, { ...finished, type: 'action.finished' });
    if (event === 'done') {
      await announceFact(tx, { event: 'action.done', meetingId: finished.meetingId, subjectId: id });
    }
  });
}
