import { findCause } from '../../db/queries/actions.ts';
import { storeDecision } from '../../db/queries/decisions.ts';
import type { Effects, ToolResult } from '../../lib/tools/effects.ts';
import type { ApprovedAction } from '../../lib/tools/tool.ts';
import type { FunctionParts } from '../context.ts';

/** Puts the decision on record; a second call of the same action finds it. */
export async function recordDecision(
  { database: { db } }: FunctionParts,
  action: ApprovedAction,
  { text }: Parameters<Effects['recordDecision']>[1],
): Promise<ToolResult> {
  const decision = await storeDecision(db, {
    meetingId: action.meetingId,
    actionId: action.id,
    text,
    recordedBy: action.approvedBy,
    ...(await findCause(db, action.id)),
  });
  return { message: `The decision is on record: ${text}`, made: [{ kind: 'decision', id: decision.id }] };
}
