import { describe, expect, it } from 'vitest';
import type { ActionStatus, ApprovalState } from '../../lib/assistant-messages.ts';
import { createId } from '../../lib/ids.ts';
import { outcomeSentence } from './outcome-sentence.ts';
import { approvalOf } from './testing/approval-of.ts';

const ben = { id: createId('par'), name: 'Ben Carter' };
const decided = (state: ApprovalState, reason = '') =>
  outcomeSentence({
    type: 'approval.decided',
    approval: approvalOf({ state, decision: { by: ben, atMs: 0, reason, original: null } }),
  });
const finished = (status: ActionStatus, message = '') =>
  outcomeSentence({
    type: 'action.finished',
    approval: approvalOf({
      state: 'approved',
      action: { id: 'act_00000000000000000000000001', status, message, finishedAtMs: 0 },
    }),
  });

describe(outcomeSentence, () => {
  it('names who rejected, and why', () => {
    expect(decided('rejected')?.text).toBe('Ben Carter rejected the proposal to record a decision.');
    expect(decided('rejected', 'Too early.')?.text).toContain('The reason: Too early.');
  });

  it('says that nobody answered', () => {
    expect(decided('expired')?.text).toContain('Nobody answered the proposal to record a decision');
  });

  it('names who took it back', () => {
    expect(decided('cancelled')?.text).toBe('Ben Carter took back the proposal to record a decision.');
  });

  it('waits for the result of what was approved', () => {
    expect(decided('approved')).toBeNull();
    expect(decided('edited')).toBeNull();
  });

  it('tells the result, under an id that the action decides', () => {
    expect(finished('done', 'I noted it.')).toEqual({
      replyId: 'rpl_00000000000000000000000001',
      text: 'I noted it.',
    });
  });

  it('never calls something done that may not be', () => {
    expect(finished('failed')?.text).toBe('I could not record a decision.');
    expect(finished('unknown')?.text).toContain('I cannot tell');
  });
});
