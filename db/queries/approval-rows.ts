/** Proposals with all that is shown of them. */
import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { actions, approvals } from '../schema/assistance.ts';
import { participants } from '../schema/meetings.ts';
import { transcriptLines } from '../schema/transcript.ts';
import type { ApprovalId } from './approvals.ts';

const askers = alias(participants, 'askers');
const approvers = alias(participants, 'approvers');
const deciders = alias(participants, 'deciders');

export type ApprovalRow = Awaited<ReturnType<typeof select>>[number];

/** All of a meeting, the oldest first. */
export function listApprovalRows(
  db: Tx,
  meetingId: MeetingId,
  { pendingOnly = false } = {},
): Promise<ApprovalRow[]> {
  return select(
    db,
    and(eq(approvals.meetingId, meetingId), pendingOnly ? eq(approvals.state, 'pending') : undefined),
  );
}

export async function findApprovalRow(db: Tx, id: ApprovalId): Promise<ApprovalRow | null> {
  const [row] = await select(db, eq(approvals.id, id));
  return row ?? null;
}

export function findApprovalRows(db: Tx, ids: ApprovalId[]): Promise<ApprovalRow[]> {
  return ids.length === 0 ? Promise.resolve([]) : select(db, inArray(approvals.id, ids));
}

function select(db: Tx, where: SQL | undefined) {
  return db
    .select({
      approval: approvals,
      askedByName: askers.name,
      approverName: approvers.name,
      approverUserId: approvers.userId,
      decidedByName: deciders.name,
      cause: { speakerName: transcriptLines.speakerName, text: transcriptLines.text },
      action: {
        id: actions.id,
        status: actions.status,
        message: actions.message,
        finishedAt: actions.finishedAt,
      },
    })
    .from(approvals)
    .innerJoin(askers, eq(askers.id, approvals.askedBy))
    .innerJoin(approvers, eq(approvers.id, approvals.approver))
    .leftJoin(deciders, eq(deciders.id, approvals.decidedBy))
    .leftJoin(
      transcriptLines,
      and(
        eq(transcriptLines.meetingId, approvals.meetingId),
        eq(transcriptLines.epoch, approvals.causeEpoch),
        eq(transcriptLines.seq, approvals.causeSeq),
      ),
    )
    .leftJoin(actions, eq(actions.approvalId, approvals.id))
    .where(where)
    .orderBy(asc(approvals.createdAt), asc(approvals.id));
}
