import { listAgentEvents } from '../../db/queries/agent-events.ts';
import { findApprovalRows } from '../../db/queries/approval-rows.ts';
import type { AgentEvent } from '../../lib/assistant-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { approvalView } from '../approvals/approval-view.ts';
import type { WebContext } from '../context.ts';

const atOnce = 50;

/** The next events behind one that is known, with their proposals as they are now. */
export async function readAgentEvents(
  { database: { db } }: WebContext,
  meetingId: MeetingId,
  after: number,
): Promise<{ id: number; event: AgentEvent }[]> {
  const events = await listAgentEvents(db, meetingId, { after, limit: atOnce });
  const rows = await findApprovalRows(db, [...new Set(events.map(({ approvalId }) => approvalId))]);
  const views = new Map(rows.map((row) => [row.approval.id, approvalView(row)]));
  return events.flatMap(({ id, type, approvalId }) => {
    const approval = views.get(approvalId);
    return approval ? [{ id, event: { type, approval } }] : [];
  });
}
