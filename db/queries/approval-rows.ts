/** Proposals with all that is shown of them. */
import { and, asc, desc, eq, inArray, lt, or, type SQL } from 'drizzle-orm';
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

/** Proposals in one answer: more than somebody reads at once. */
const pageSize = 50;

/** Those of a meeting that wait for an answer, the oldest first. */
export function listPendingApprovalRows(db: Tx, meetingId: MeetingId): Promise<ApprovalRow[]> {
  return select(db, and(eq(approvals.meetingId, meetingId), eq(approvals.state, 'pending')));
}

/** Those of a meeting that wait, and the newest others; the oldest first. */
export async function listCurrentApprovalRows(db: Tx, meetingId: MeetingId): Promise<ApprovalRow[]> {
  const ids = await newestIds(db, eq(approvals.meetingId, meetingId), pageSize);
  return select(
    db,
    and(eq(approvals.meetingId, meetingId), or(eq(approvals.state, 'pending'), inArray(approvals.id, ids))),
  );
}

/** Those of a meeting that are older than `before`, or the newest ones: a page of them, the oldest first. */
export async function pageApprovalRows(
  db: Tx,
  meetingId: MeetingId,
  before: ApprovalId | undefined,
): Promise<{ rows: ApprovalRow[]; more: boolean }> {
  const older = before && lt(approvals.id, before);
  const ids = await newestIds(db, and(eq(approvals.meetingId, meetingId), older), pageSize + 1);
  return { rows: await findApprovalRows(db, ids.slice(0, pageSize)), more: ids.length > pageSize };
}

/** Ids are in the order of time. */
async function newestIds(db: Tx, where: SQL | undefined, limit: number): Promise<ApprovalId[]> {
  const rows = await db
    .select({ id: approvals.id })
    .from(approvals)
    .where(where)
    .orderBy(desc(approvals.id))
    .limit(limit);
  return rows.map(({ id }) => id);
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
