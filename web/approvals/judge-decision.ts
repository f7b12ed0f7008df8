import type { Approval, Decision } from '../../db/queries/approvals.ts';
import { digestArguments } from '../../lib/argument-digest.ts';
import type { DecideApproval } from '../../lib/assistant-messages.ts';
import { assistantLimits } from '../../lib/assistant-messages.ts';
import type { ParticipantId } from '../../lib/ids.ts';
import type { Admission } from '../../lib/messages.ts';
import { may, type Role } from '../../lib/roles.ts';
import { cleanText } from '../../lib/text.ts';
import type { EffectTool } from '../../lib/tools/tool.ts';
import { type Checked, type CheckedArguments, refuse } from '../proposals/check-arguments.ts';

/** A person as far as it matters for who may decide. */
export interface Decider {
  id: ParticipantId;
  userId: string | null;
  role: Role;
  admission: Admission;
}

export interface DecisionCase {
  approval: Pick<Approval, 'tool' | 'digest' | 'state'>;
  /** Its time is over. */
  isOver: boolean;
  approver: Decider & { present: boolean };
  asker: Decider;
  by: Decider;
  tool: EffectTool;
  request: DecideApproval;
  /** The arguments of an edit as they would be stored, or why not; null for other answers. */
  edited: Checked<CheckedArguments> | null;
}

/**
 * What an answer to a proposal comes to. Whoever was asked may decide; when they have left, someone who moderates
 * may instead. All of them must be allowed what the tool asks for. Whoever asked for it may take it back.
 */
export function judgeDecision(input: DecisionCase): Checked<Decision> {
  const { approval, isOver, by, tool, request, edited } = input;
  const isWithdrawal = request.decision === 'withdraw';
  if (isWithdrawal ? !mayWithdraw(input) : !mayDecide(input)) {
    const why = isWithdrawal ? whyNotWithdraw(by) : whyNot(input);
    return refuse(by.admission === 'removed' ? 'removed' : 'forbidden', why);
  }
  if (approval.state === 'expired' || (approval.state === 'pending' && isOver)) {
    return refuse('approval_expired', 'This proposal has expired. Ask for it again.');
  }
  if (approval.state !== 'pending') {
    return refuse('already_decided', `This proposal was ${approval.state} before.`);
  }
  if (isWithdrawal) return { ok: true, value: { state: 'cancelled', by: by.id, reason: '', edited: null } };
  if (request.digest !== approval.digest) {
    return refuse('approval_changed', 'What you saw is not what would run. Look at it again.');
  }
  if (request.decision === 'reject') {
    const reason = cleanText(request.reason ?? '', assistantLimits.reason);
    return { ok: true, value: { state: 'rejected', by: by.id, reason, edited: null } };
  }
  if (edited === null) {
    return { ok: true, value: { state: 'approved', by: by.id, reason: '', edited: null } };
  }
  if (!edited.ok) return edited;
  const digest = digestArguments(tool.name, edited.value.arguments, edited.value.people);
  // Nothing was changed after all.
  if (digest === approval.digest) {
    return { ok: true, value: { state: 'approved', by: by.id, reason: '', edited: null } };
  }
  const change = { ...edited.value, digest };
  return { ok: true, value: { state: 'edited', by: by.id, reason: '', edited: change } };
}

/** Whether someone may answer a proposal now, apart from its state. */
export function mayDecide({ approver, by, tool }: Pick<DecisionCase, 'approver' | 'by' | 'tool'>): boolean {
  if (by.admission !== 'admitted' || !may(by.role, tool.approvedBy)) return false;
  return isSamePerson(approver, by) || (!isHere(approver) && may(by.role, 'moderate'));
}

/** Whether someone may take a proposal back, apart from its state. */
export function mayWithdraw({ asker, by }: Pick<DecisionCase, 'asker' | 'by'>): boolean {
  return by.admission === 'admitted' && (isSamePerson(asker, by) || may(by.role, 'moderate'));
}

/** An account is one person on all of its devices. */
function isSamePerson(a: Decider, b: Decider): boolean {
  return a.id === b.id || (a.userId !== null && a.userId === b.userId);
}

function isHere({ present, admission }: DecisionCase['approver']): boolean {
  return present && admission === 'admitted';
}

function whyNotWithdraw({ admission }: Decider): string {
  if (admission === 'removed') return 'A host removed you from this meeting.';
  return 'Only who asked for it, or hosts the meeting, can take it back.';
}

function whyNot({ approver, by, tool }: DecisionCase): string {
  if (by.admission === 'removed') return 'A host removed you from this meeting.';
  if (by.admission !== 'admitted') return 'A host has not let you in yet.';
  if (!may(by.role, tool.approvedBy)) return 'Only those who host the meeting may approve this.';
  if (!isHere(approver)) return 'Whoever was asked has left. Someone who hosts the meeting can decide.';
  return 'Somebody else was asked. You cannot decide for them.';
}
