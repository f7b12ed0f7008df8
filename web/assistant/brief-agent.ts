import { findLastToldEvent } from '../../db/queries/agent-events.ts';
import { listApprovalRows } from '../../db/queries/approval-rows.ts';
import { listMembers, viewerOf } from '../../db/queries/members.ts';
import { listOpenTasks } from '../../db/queries/open-tasks.ts';
import { hasGreeted } from '../../db/queries/replies.ts';
import type { Briefing } from '../../lib/assistant-messages.ts';
import { approvalView } from '../approvals/approval-view.ts';
import type { WebContext } from '../context.ts';
import type { AgentClaims } from '../tokens.ts';

/** What an agent must know when it comes, also in the middle of a meeting. Addresses stay with web. */
export async function briefAgent(
  { database: { db } }: WebContext,
  { meetingId, epoch }: AgentClaims,
): Promise<Briefing> {
  const members = await listMembers(db, meetingId);
  const present = members.filter((member) => member.present);
  const [openTasks, pending, greeted, lastEvent] = await Promise.all([
    listOpenTasks(db, present.map(viewerOf)),
    listApprovalRows(db, meetingId, { pendingOnly: true }),
    hasGreeted(db, meetingId),
    findLastToldEvent(db, meetingId, epoch),
  ]);
  return {
    people: members.map(({ id, name, present, email, accountEmail }) => {
      return { id, name, present, hasAddress: email !== null || accountEmail !== null };
    }),
    openTasks,
    greeted,
    pending: pending.map((row) => approvalView(row)),
    lastEventId: String(lastEvent),
  };
}
