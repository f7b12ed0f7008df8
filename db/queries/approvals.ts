/** Proposals of the AI participant. A row that is not `pending` never changes again. */
import { and, count, eq, or, sql } from 'drizzle-orm';
import type { ApprovalState } from '../../lib/assistant-messages.ts';
import { createId, type Id, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { actions, approvals } from '../schema/assistance.ts';
import { tellAgent } from './agent-events.ts';
import { logApproval } from './approval-log.ts';
import { enqueueEvent } from './outbox.ts';

export type Approval = typeof approvals.$inferSelect;
export type ApprovalId = Id<'apr'>;
export type NewApproval = Omit<
  typeof approvals.$inferInsert,
  'id' | 'expiresAt' | 'state' | 'createdAt' | 'original' | 'shownAt' | 'decidedBy' | 'decidedAt' | 'reason'
>;

/** Serialises the proposals of one meeting, so that limits and duplicates are counted right. */
export async function lockProposals(tx: Tx, meetingId: MeetingId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`proposals:${meetingId}`}, 0))`);
}

/**
 * The proposal of an earlier call with this key; or one for the same person with the same content that waits, or is
 * being carried out.
 */
export async function findSameProposal(
  db: Tx,
  { meetingId, key, approver, digest }: Pick<NewApproval, 'meetingId' | 'key' | 'approver' | 'digest'>,
): Promise<Approval | null> {
  const inFlight = sql`(${approvals.state} = 'pending' or exists (select 1 from ${actions}
    where ${actions.approvalId} = ${approvals.id} and ${actions.status} in ('waiting', 'running')))`;
  const [same] = await db
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.meetingId, meetingId),
        or(
          eq(approvals.key, key),
          and(eq(approvals.approver, approver), eq(approvals.digest, digest), inFlight),
        ),
      ),
    )
    .orderBy(sql`${approvals.key} = ${key} desc`)
    .limit(1);
  return same ?? null;
}

export async function countPendingApprovals(db: Tx, meetingId: MeetingId): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(approvals)
    .where(and(eq(approvals.meetingId, meetingId), eq(approvals.state, 'pending')));
  return row?.waiting ?? 0;
}

/** Stores a proposal that can be answered for `lifetimeMs`, and logs it. */
export async function insertApproval(tx: Tx, approval: NewApproval, lifetimeMs: number): Promise<Approval> {
  const [row] = await tx
    .insert(approvals)
    .values({
      ...approval,
      id: createId('apr'),
      expiresAt: sql`now() + make_interval(secs => ${lifetimeMs / 1_000})`,
    })
    .returning();
  if (!row) throw new Error('insert returned no row');
  await logApproval(tx, {
    meetingId: row.meetingId,
    approvalId: row.id,
    event: 'proposed',
    by: row.askedBy,
  });
  return row;
}

export async function findApproval(db: Tx, id: string): Promise<Approval | null> {
  const [row] = await db
    .select()
    .from(approvals)
    .where(eq(approvals.id, id as ApprovalId));
  return row ?? null;
}

/** The proposal, held until the transaction ends, and whether its time is over by the database's clock. */
export async function lockApproval(
  tx: Tx,
  id: ApprovalId,
): Promise<{ approval: Approval; isOver: boolean } | null> {
  const [row] = await tx
    .select({ approval: approvals, isOver: sql<boolean>`${approvals.expiresAt} <= clock_timestamp()` })
    .from(approvals)
    .where(eq(approvals.id, id))
    .for('update');
  return row ?? null;
}

/** Notes that the approver has it on screen; the first time counts. */
export async function markShown(tx: Tx, { id, meetingId, approver }: Approval): Promise<void> {
  const shown = await tx
    .update(approvals)
    .set({ shownAt: sql`now()` })
    .where(and(eq(approvals.id, id), sql`${approvals.shownAt} is null`))
    .returning({ id: approvals.id });
  if (shown.length > 0) await logApproval(tx, { meetingId, approvalId: id, event: 'shown', by: approver });
}

export interface Decision {
  state: Exclude<ApprovalState, 'pending' | 'expired'>;
  by: ParticipantId;
  reason: string;
  /** Set when the person changed something. */
  edited: Pick<Approval, 'arguments' | 'people' | 'digest'> | null;
}

/**
 * Stores the answer to a proposal that the caller has locked and found pending. An approving one makes the action and
 * its event for the outbox in the same transaction.
 */
export async function storeDecision(tx: Tx, approval: Approval, decision: Decision): Promise<void> {
  const { id, meetingId } = approval;
  const { state, by, reason, edited } = decision;
  await tx
    .update(approvals)
    .set({
      state,
      decidedBy: by,
      decidedAt: sql`now()`,
      reason,
      ...(edited && { ...edited, original: approval.arguments }),
    })
    .where(eq(approvals.id, id));
  if (state === 'approved' || state === 'edited')
    await insertAction(tx, approval, edited?.digest ?? approval.digest);
  await logApproval(tx, { meetingId, approvalId: id, event: state, by, note: reason });
  await tellAgent(tx, { meetingId, type: 'approval.decided', approvalId: id });
}

async function insertAction(tx: Tx, { id, meetingId }: Approval, digest: string): Promise<void> {
  const actionId = createId('act');
  await tx.insert(actions).values({ id: actionId, approvalId: id, meetingId, digest });
  await enqueueEvent(tx, {
    id: `action-approved:${actionId}`,
    name: 'action/approved',
    data: { actionId, meetingId },
  });
}
