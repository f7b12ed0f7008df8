import { asc, eq, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { approvalLog } from '../schema/assistance.ts';
import { participants } from '../schema/meetings.ts';

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

/** Who did what to the proposals of a meeting, in order. */
export function listApprovalLog(db: Tx, meetingId: MeetingId) {
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
    .where(eq(approvalLog.meetingId, meetingId))
    .orderBy(asc(approvalLog.id));
}
