import { and, eq, lte, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { approvals } from '../schema/assistance.ts';
import { tellAgent } from './agent-events.ts';
import { logApproval } from './approval-log.ts';

/** Closes proposals whose time is over; of one meeting, or of all. Returns their meetings. */
export async function expireApprovals(tx: Tx, meetingId?: MeetingId): Promise<MeetingId[]> {
  const expired = await tx
    .update(approvals)
    .set({ state: 'expired', decidedAt: sql`now()` })
    .where(
      and(
        eq(approvals.state, 'pending'),
        lte(approvals.expiresAt, sql`now()`),
        meetingId ? eq(approvals.meetingId, meetingId) : undefined,
      ),
    )
    .returning({ id: approvals.id, meetingId: approvals.meetingId });
  for (const { id, meetingId } of expired) {
    await logApproval(tx, { meetingId, approvalId: id, event: 'expired', note: 'Nobody answered in time.' });
  }
  // In one order everywhere: each meeting's events are locked until the transaction ends.
  for (const { id, meetingId } of expired.toSorted((a, b) => (a.meetingId < b.meetingId ? -1 : 1))) {
    await tellAgent(tx, { meetingId, type: 'approval.decided', approvalId: id });
  }
  return [...new Set(expired.map((each) => each.meetingId))];
}
