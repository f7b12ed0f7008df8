import type { ApprovalRow } from '../../db/queries/approval-rows.ts';
import type { ApprovalView, Conflict } from '../../lib/assistant-messages.ts';

/** `conflicts` are the approver's business: others get none. */
export function approvalView(row: ApprovalRow, conflicts: Conflict[] = []): ApprovalView {
  const { approval, action } = row;
  return {
    id: approval.id,
    meetingId: approval.meetingId,
    tool: approval.tool,
    arguments: approval.arguments,
    digest: approval.digest,
    askedBy: { id: approval.askedBy, name: row.askedByName },
    approver: { id: approval.approver, name: row.approverName },
    cause: causeOf(row),
    conflicts,
    state: approval.state,
    createdAtMs: approval.createdAt.getTime(),
    expiresAtMs: approval.expiresAt.getTime(),
    decision: decisionOf(row),
    action: action && {
      id: action.id,
      status: action.status,
      message: action.message,
      finishedAtMs: action.finishedAt?.getTime() ?? null,
    },
  };
}

/** Without words while the line is still on its way: whoever hears the meeting has them already. */
function causeOf({ approval, cause }: ApprovalRow): ApprovalView['cause'] {
  const { causeEpoch, causeSeq } = approval;
  if (causeEpoch === null || causeSeq === null) return null;
  return { epoch: causeEpoch, seq: causeSeq, ...(cause ?? { speakerName: '', text: '' }) };
}

function decisionOf({ approval, decidedByName }: ApprovalRow): ApprovalView['decision'] {
  const { decidedAt, decidedBy, reason, original } = approval;
  if (!decidedAt) return null;
  const by = decidedBy && decidedByName !== null ? { id: decidedBy, name: decidedByName } : null;
  return { by, atMs: decidedAt.getTime(), reason, original };
}
