import type { ApprovalRow } from '../../db/queries/approval-rows.ts';
import { findDecider } from '../../db/queries/deciders.ts';
import type { Participant } from '../../db/queries/participants.ts';
import type { ApprovalList } from '../../lib/assistant-messages.ts';
import { findEffectTool } from '../../lib/tools/registry.ts';
import type { WebContext } from '../context.ts';
import { mayDecide, mayWithdraw } from './judge-decision.ts';

/** Those of the proposals that this person may decide now, and those that they may take back. */
export async function listOffered(
  { database: { db } }: WebContext,
  person: Participant | null,
  rows: readonly ApprovalRow[],
): Promise<Pick<ApprovalList, 'mine' | 'withdrawable'>> {
  const offered: Pick<ApprovalList, 'mine' | 'withdrawable'> = { mine: [], withdrawable: [] };
  if (!person) return offered;
  for (const { approval } of rows) {
    if (approval.state !== 'pending') continue;
    const tool = findEffectTool(approval.tool);
    const approver = await findDecider(db, approval.approver);
    const asker = await findDecider(db, approval.askedBy);
    if (tool && approver && mayDecide({ approver, by: person, tool })) offered.mine.push(approval.id);
    if (asker && mayWithdraw({ asker, by: person })) offered.withdrawable.push(approval.id);
  }
  return offered;
}
