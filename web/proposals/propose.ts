/** From what a model wants done to a proposal that waits for one person, or a sentence why not. */
import type { Tx } from '../../db/database.ts';
import { logRefusal } from '../../db/queries/approval-log.ts';
import {
  type Approval,
  countPendingApprovals,
  findSameProposal,
  insertApproval,
  lockProposals,
  type NewApproval,
} from '../../db/queries/approvals.ts';
import { countAttempt } from '../../db/queries/attempts.ts';
import { expireApprovals } from '../../db/queries/expire-approvals.ts';
import { findMeeting } from '../../db/queries/meetings.ts';
import { listMembers } from '../../db/queries/members.ts';
import { digestArguments } from '../../lib/argument-digest.ts';
import { assistantLimits, type Propose } from '../../lib/assistant-messages.ts';
import { type ErrorCode, ParleyError } from '../../lib/errors.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { findEffectTool } from '../../lib/tools/registry.ts';
import { announceAssistance } from '../assistant/announce.ts';
import type { WebContext } from '../context.ts';
import { type Checked, checkArguments, refuse } from './check-arguments.ts';
import { findApprover } from './find-approver.ts';

/** Nobody can decide with care about more proposals in a minute. */
const mostPerWindow = 10;
const windowMs = 60_000;

interface Draft {
  approval: NewApproval;
  lifetimeMs: number;
}

/**
 * Stores a proposal. The same call again, or one with the same content for the same person, finds the first one.
 * Throws a `ParleyError` whose message can be said; each refusal is in the log of the meeting.
 */
export async function propose(
  context: WebContext,
  meetingId: MeetingId,
  request: Propose,
): Promise<Approval> {
  const { db } = context.database;
  await db.transaction((tx) => expireApprovals(tx, meetingId));
  const outcome = await db.transaction(async (tx): Promise<Checked<Approval>> => {
    await lockProposals(tx, meetingId);
    const draft = await draftProposal(context, tx, meetingId, request);
    const stored = draft.ok ? await storeProposal(tx, draft.value) : draft;
    if (!stored.ok) await logProblem(tx, meetingId, request, stored);
    return stored;
  });
  if (!outcome.ok) throw new ParleyError(outcome.code, outcome.message);
  await announceAssistance(context, meetingId);
  return outcome.value;
}

async function draftProposal(
  { config }: WebContext,
  tx: Tx,
  meetingId: MeetingId,
  request: Propose,
): Promise<Checked<Draft>> {
  const tool = findEffectTool(request.tool);
  if (!tool) return refuse('unknown_tool', 'That is not something that I can do.');
  const meeting = await findMeeting(tx, meetingId);
  if (meeting?.status !== 'live') return refuse('meeting_ended', 'This meeting is over.');
  const people = await listMembers(tx, meetingId);
  const askedBy = people.find(({ id }) => id === request.askedBy);
  if (!askedBy) return refuse('not_present', 'Whoever asked for that is not in the meeting any more.');
  const approver = findApprover(people, { tool, askedBy, name: request.approver });
  if (!approver.ok) return approver;
  const nowMs = Date.now() + config.dateOffsetMs;
  const around = { people, shown: null, timeZone: meeting.timeZone ?? 'UTC', now: new Date(nowMs) };
  const checked = checkArguments(tool, request.arguments, around);
  if (!checked.ok) return checked;
  const endsInMs = (tool.endsAtMs(checked.value.arguments) ?? Number.POSITIVE_INFINITY) - nowMs;
  const approval = {
    meetingId,
    key: request.key,
    tool: tool.name,
    ...checked.value,
    digest: digestArguments(tool.name, checked.value.arguments, checked.value.people),
    askedBy: askedBy.id,
    approver: approver.value.id,
    causeEpoch: request.cause?.epoch ?? null,
    causeSeq: request.cause?.seq ?? null,
  };
  return { ok: true, value: { approval, lifetimeMs: Math.min(assistantLimits.approvalMs, endsInMs) } };
}

async function storeProposal(tx: Tx, { approval, lifetimeMs }: Draft): Promise<Checked<Approval>> {
  const same = await findSameProposal(tx, approval);
  if (same) return { ok: true, value: same };
  const { meetingId } = approval;
  const count = await countAttempt(tx, { key: `proposals:${meetingId}`, windowMs });
  const waiting = await countPendingApprovals(tx, meetingId);
  if (count <= mostPerWindow && waiting < assistantLimits.pendingApprovals) {
    return { ok: true, value: await insertApproval(tx, approval, lifetimeMs) };
  }
  const refused = await countAttempt(tx, { key: `proposals-refused:${meetingId}`, windowMs });
  const code = refused === 1 ? 'too_many' : 'too_many_told';
  return refuse(code, 'There are too many proposals already. Please decide about those first.');
}

/** What was asked for stays out of it: arguments are shown where a person is asked, and nowhere else. */
async function logProblem(
  tx: Tx,
  meetingId: MeetingId,
  { askedBy, tool }: Propose,
  problem: { code: ErrorCode; message: string },
): Promise<void> {
  if (problem.code === 'too_many_told') return;
  const known = (await listMembers(tx, meetingId)).some(({ id }) => id === askedBy);
  const title = findEffectTool(tool)?.title ?? 'Something unknown';
  await logRefusal(tx, { meetingId, by: known ? askedBy : null, note: `${title}: ${problem.message}` });
}
