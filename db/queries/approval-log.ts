import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { approvalLog } from '../schema/assistance.ts';
import { participants } from '../schema/meetings.ts';
import type { ApprovalId } from './approvals.ts';

type Entry = typeof approvalLog.$inferInsert;

/** Refusals that one proposal, or the proposals of one meeting that became none, can put into the log. */
const mostRefusals = 50;

/** Adds to the log, in the transaction of what it tells of. */
export async function logApproval(
  tx: Tx,
  entry: Pick<Entry, 'meetingId' | 'event'> & Partial<Pick<Entry, 'approvalId' | 'by' | 'note'>>,
): Promise<void> {
  await tx.insert(approvalLog).values(entry);
}

/** Logs an attempt that came to nothing; above a number of them no more, so that nobody can fill the log. */
export async function logRefusal(
  tx: Tx,
  entry: Pick<Entry, 'meetingId'> & Partial<Pick<Entry, 'approvalId' | 'by' | 'note'>>,
): Promise<void> {
  const { meetingId, approvalId = null, by = null, note = '' } = entry;
  await tx.execute(sql`
    insert into approval_log (meeting_id, approval_id, event, by, note)
    select ${meetingId}, ${approvalId}, 'refused', ${by}, ${note}
    where (select count(*) from approval_log where meeting_id = ${meetingId} and event = 'refused'
      and approval_id is not distinct from ${approvalId}) < ${mostRefusals}`);
}

/**
 * Who did what to these proposals of a meeting, in order; with `withOthers` also what was refused before it became
 * one.
 */
export function listApprovalLog(
  db: Tx,
  meetingId: MeetingId,
  { ids, withOthers }: { ids: ApprovalId[]; withOthers: boolean },
) {
  return db
    .select({
      id: approvalLog.id,
      approvalId: approvalLog.approvalId,
      at: approvalLog.at,
      event: approvalLog.event,
      byId: approvalLog.by,
      byName: participants.name,
      note: approvalLog.note,
    })
    .from(approvalLog)
    .leftJoin(participants, eq(participants.id, approvalLog.by))
    .where(
      and(
        eq(approvalLog.meetingId, meetingId),
        or(inArray(approvalLog.approvalId, ids), withOthers ? isNull(approvalLog.approvalId) : undefined),
      ),
    )
    .orderBy(asc(approvalLog.id));
}
