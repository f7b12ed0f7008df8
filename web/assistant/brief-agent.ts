import { findLastToldEvent } from '../../db/queries/agent-events.ts';
import { listPendingApprovalRows } from '../../db/queries/approval-rows.ts';
import { listMembers, viewerOf } from '../../db/queries/members.ts';
import { listOpenTasks } from '../../db/queries/open-tasks.ts';
import { hasGreeted } from '../../db/queries/replies.ts';
import type { Briefing } from '../../lib/assistant-messages.ts';
import { viewForApprover } from '../approvals/view-for-approver.ts';
import type { WebContext } from '../context.ts';
import type { AgentClaims } from '../tokens.ts';

/** What an agent must know when it comes, also in the middle of a meeting. Addresses stay with web. */
export async function briefAgent(context: WebContext, { meetingId, epoch }: AgentClaims): Promise<Briefing> {
  const { db } = context.database;
  const members = await listMembers(db, meetingId);
  const present = members.filter((member) => member.present);
  const [openTasks, pending, greeted, lastEvent] = await Promise.all([
    listOpenTasks(db, present.map(viewerOf)),
    listPendingApprovalRows(db, meetingId),
    hasGreeted(db, meetingId),
    findLastToldEvent(db, meetingId, epoch),
  ]);
  return {
    people: members.map(({ id, name, present, address }) => ({
      id,
      name,
      present,
      hasAddress: address !== null,
    })),
    openTasks,
    greeted,
    pending: await Promise.all(pending.map((row) => viewForApprover(context, row))),
    lastEventId: String(lastEvent),
  };
}
