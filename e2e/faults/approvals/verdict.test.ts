import { describe, expect, it } from 'vitest';
import { type Evidence, judge } from './verdict.ts';

const evidence = (change: Partial<Evidence> = {}): Evidence => ({
  sent: [{ by: 'approver', decision: 'approve' }],
  confirmed: ['approved'],
  approval: { state: 'approved', text: 'a' },
  actions: ['done'],
  effects: ['a'],
  toldDecided: 1,
  toldFinished: 1,
  ...change,
});
const figures = (change: Partial<Evidence>) => {
  const { lost, doubled, unapproved } = judge(evidence(change));
  return [lost, doubled, unapproved];
};

describe(judge, () => {
  it('finds nothing where all went well', () => {
    expect(judge(evidence())).toEqual({ lost: 0, doubled: 0, unapproved: 0, problems: [] });
    // The confirmation never arrived.
    expect(figures({ confirmed: [] })).toEqual([0, 0, 0]);
    const nothing = { actions: [], effects: [], toldFinished: 0 };
    const rejected = { state: 'rejected' as const, text: 'a' };
    expect(figures({ ...nothing, approval: rejected, confirmed: ['rejected'] })).toEqual([0, 0, 0]);
    const expired = { state: 'expired' as const, text: 'a' };
    expect(figures({ ...nothing, approval: expired, confirmed: [], sent: [] })).toEqual([0, 0, 0]);
  });

  it('finds what was lost', () => {
    expect(figures({ approval: null, effects: [] })).toEqual([1, 0, 0]);
    expect(figures({ effects: [], actions: ['failed'] })).toEqual([2, 0, 0]);
    expect(figures({ actions: ['running'] })).toEqual([1, 0, 0]);
    expect(figures({ toldDecided: 0 })).toEqual([1, 0, 0]);
    expect(figures({ toldFinished: 0 })).toEqual([1, 0, 0]);
    expect(figures({ confirmed: ['rejected'] })).toEqual([1, 0, 0]);
  });

  it('finds what was done twice', () => {
    expect(figures({ effects: ['a', 'a'] })).toEqual([0, 1, 0]);
    expect(figures({ actions: ['done', 'done'] })).toEqual([0, 1, 0]);
    expect(figures({ toldFinished: 2 })).toEqual([0, 1, 0]);
    expect(figures({ confirmed: ['approved', 'approved'] })).toEqual([0, 1, 0]);
  });

  it('finds what nobody approved', () => {
    expect(figures({ sent: [{ by: 'other', decision: 'approve' }] })).toEqual([0, 0, 1]);
    expect(figures({ sent: [{ by: 'approver', decision: 'reject' }] })).toEqual([0, 0, 1]);
    expect(figures({ effects: ['b'] })).toEqual([0, 0, 1]);
  });
});
