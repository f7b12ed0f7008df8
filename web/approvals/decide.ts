/** The answer of a person to a proposal: the first one counts, and all of it is one transaction. */
import type { Tx } from '../../db/database.ts';
import { logRefusal } from '../../db/queries/approval-log.ts';
import { type Approval, lockApproval, storeDecision } from '../../db/queries/approvals.ts';
import { findDecider } from '../../db/queries/deciders.ts';
import { findMeeting } from '../../db/queries/meetings.ts';
import { listMembers } from '../../db/queries/members.ts';
import type { DecideApproval } from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { ParticipantId } from '../../lib/ids.ts';
import { findEffectTool } from '../../lib/tools/registry.ts';
import { announceAssistance } from '../assistant/announce.ts';
import type { WebContext } from '../context.ts';
import { type Checked, type CheckedArguments, checkArguments, refuse } from '../proposals/check-arguments.ts';
import { judgeDecision } from './judge-decision.ts';

interface Answer {
  approval: Pick<Approval, 'id' | 'meetingId'>;
  by: ParticipantId;
  request: DecideApproval;
}

/**
 * Stores an answer. An approving one makes the action, its event for the functions and the news for the agent in the
 * same transaction. Throws a `ParleyError` for an answer that comes too late, from somebody else, or about something
 * else than what waits; each of those is in the log.
 */
export async function decide(context: WebContext, answer: Answer): Promise<void> {
  const { id, meetingId } = answer.approval;
  const outcome = await context.database.db.transaction(async (tx) => {
    const decided = await decideLocked(context, tx, answer);
    if (!decided.ok) {
      await logRefusal(tx, { meetingId, approvalId: id, by: answer.by, note: decided.message });
    }
    return decided;
  });
  if (!outcome.ok) throw new ParleyError(outcome.code, outcome.message);
  await announceAssistance(context, meetingId);
}

async function decideLocked(context: WebContext, tx: Tx, { approval: { id }, by, request }: Answer) {
  const locked = await lockApproval(tx, id);
  const decider = await findDecider(tx, by);
  const approver = locked && (await findDecider(tx, locked.approval.approver));
  const asker = locked && (await findDecider(tx, locked.approval.askedBy));
  if (!locked || !decider || !approver || !asker)
    return refuse('not_found', 'This proposal does not exist any more.');
  const { approval, isOver } = locked;
  const tool = findEffectTool(approval.tool);
  if (!tool) return refuse('unknown_tool', 'This installation cannot do that any more.');
  const edited =
    request.decision === 'edit' ? await checkEdit(context, tx, approval, request.arguments) : null;
  const judged = judgeDecision({ approval, isOver, approver, asker, by: decider, tool, request, edited });
  if (judged.ok) await storeDecision(tx, approval, judged.value);
  return judged;
}

/** An edit is held to the same rules as a proposal. */
async function checkEdit(
  { config }: WebContext,
  tx: Tx,
  { meetingId, tool: name, people }: Approval,
  args: Record<string, unknown>,
): Promise<Checked<CheckedArguments>> {
  const tool = findEffectTool(name);
  const meeting = await findMeeting(tx, meetingId);
  if (!tool || !meeting) return refuse('not_found', 'This proposal does not exist any more.');
  return checkArguments(tool, args, {
    people: await listMembers(tx, meetingId),
    shown: people,
    timeZone: meeting.timeZone ?? 'UTC',
    now: new Date(Date.now() + config.dateOffsetMs),
  });
}
