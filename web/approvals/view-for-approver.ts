import { findUser } from '../../db/queries/accounts.ts';
import type { ApprovalRow } from '../../db/queries/approval-rows.ts';
import { findConflicts } from '../../db/queries/conflicts.ts';
import type { ApprovalView, Conflict } from '../../lib/assistant-messages.ts';
import { findEffectTool } from '../../lib/tools/registry.ts';
import type { WebContext } from '../context.ts';
import { accountViewer } from '../meeting-access.ts';
import { approvalView } from './approval-view.ts';

/** A proposal as the one who is asked sees it: with what they have at that time already. */
export async function viewForApprover(context: WebContext, row: ApprovalRow): Promise<ApprovalView> {
  return approvalView(row, row.approval.state === 'pending' ? await conflictsOf(context, row) : []);
}

async function conflictsOf(
  { database: { db } }: WebContext,
  { approval, approverUserId, approverName }: ApprovalRow,
): Promise<Conflict[]> {
  const span = spanOf(approval.tool, approval.arguments);
  const user = span && approverUserId !== null ? await findUser(db, approverUserId) : null;
  if (!span || !user) return [];
  const found = await findConflicts(db, accountViewer(user), span, approval.meetingId);
  return found.map(({ title, startsAt, durationMinutes }) => ({
    title,
    startsAtMs: startsAt.getTime(),
    durationMinutes,
    name: approverName,
  }));
}

/** The time that arguments are about: their moment, and their minutes; null for tools without a moment. */
function spanOf(toolName: string, args: Record<string, unknown>) {
  const fields = findEffectTool(toolName)?.fields ?? [];
  const argument = (kind: string) => args[fields.find((field) => field.kind === kind)?.key ?? ''];
  const [moment, minutes] = [argument('moment'), argument('minutes')];
  if (typeof moment !== 'string') return null;
  return { startsAt: new Date(moment), durationMinutes: typeof minutes === 'number' ? minutes : 60 };
}
