import type { ApprovalState } from '../../../lib/assistant-messages.ts';
import type { Answer } from './plan.ts';

/** What people did about one proposal, and what is stored of it in the end. */
export interface Evidence {
  /** Every answer that was sent, however often. */
  sent: Answer[];
  /** Answers that web confirmed. */
  confirmed: ApprovalState[];
  /** As it is stored; null when the proposal that was confirmed is not there. */
  approval: { state: ApprovalState; text: string } | null;
  /** Rows of the ledger, by their status. */
  actions: string[];
  /** What was done in the world: the text of each thing that exists. */
  effects: string[];
  /** How often the agent was told of the decision, and of the result. */
  toldDecided: number;
  toldFinished: number;
}

export interface Verdict {
  lost: number;
  doubled: number;
  unapproved: number;
  /** What is wrong, in words. */
  problems: string[];
}

/** Whether nothing that was decided is lost, nothing is done twice, and nothing without an approval. */
export function judge(evidence: Evidence): Verdict {
  const lost: string[] = [];
  const doubled: string[] = [];
  const unapproved: string[] = [];
  const { approval, actions, effects, confirmed } = evidence;
  const isApproved = approval?.state === 'approved' || approval?.state === 'edited';

  if (!approval) lost.push('the proposal is gone');
  if (approval?.state === 'pending') lost.push('nobody closed the proposal');
  for (const state of confirmed) {
    if (approval && approval.state !== state)
      lost.push(`${state} was confirmed, ${approval.state} is stored`);
  }
  if (isApproved && !actions.includes('done')) lost.push(`approved, and the ledger says ${actions.join()}`);
  if (isApproved && effects.length === 0) lost.push('approved, and nothing was done');
  if (approval && evidence.toldDecided === 0) lost.push('the agent was not told of the decision');
  if (actions.length > 0 && evidence.toldFinished === 0) lost.push('the agent was not told of the result');

  if (confirmed.length > 1) doubled.push(`${confirmed.length} answers were confirmed`);
  if (actions.length > 1) doubled.push(`${actions.length} rows in the ledger`);
  if (effects.length > 1) doubled.push(`done ${effects.length} times`);
  if (evidence.toldDecided > 1 || evidence.toldFinished > 1) doubled.push('the agent was told twice');

  const mayHaveApproved = evidence.sent.some(
    ({ by, decision }) => by === 'approver' && decision !== 'reject',
  );
  if ((effects.length > 0 || isApproved) && !mayHaveApproved) unapproved.push('nobody approved it');
  for (const text of effects) {
    if (!isApproved || text !== approval?.text) unapproved.push(`"${text}" was done, and not approved`);
  }
  return {
    lost: lost.length,
    doubled: doubled.length,
    unapproved: unapproved.length,
    problems: [...lost, ...doubled, ...unapproved],
  };
}
