import type { ApprovalRow } from '../../db/queries/approval-rows.ts';
import type { ApprovalId } from '../../db/queries/approvals.ts';
import { findDecider } from '../../db/queries/deciders.ts';
import type { Participant } from '../../db/queries/participants.ts';
import { findEffectTool } from '../../lib/tools/registry.ts';
import type { WebContext } from '../context.ts';
import { mayDecide } from './judge-decision.ts';

/** Those of the proposals that this person may decide now. */
export async function listMine(
  { database: { db } }: WebContext,
  person: Participant | null,
  rows: readonly ApprovalRow[],
): Promise<ApprovalId[]> {
  if (!person) return [];
  const mine: ApprovalId[] = [];
  for (const { approval } of rows) {
    const tool = approval.state === 'pending' ? findEffectTool(approval.tool) : undefined;
    const approver = tool && (await findDecider(db, approval.approver));
    if (tool && approver && mayDecide({ approver, by: person, tool })) mine.push(approval.id);
  }
  return mine;
}
