import { describe, expect, it } from 'vitest';
import { type Evidence, judge } from './verdict.ts';

const ben = 'ben@parley.test';
const evidence = (over: Partial<Evidence> = {}): Evidence => ({
  status: 'completed',
  lineCount: 2,
  summaries: [
    { basis: 'live', inputDigest: 'a' },
    { basis: 'recording', inputDigest: 'b' },
  ],
  tasks: ['x'],
  decisions: ['y'],
  mails: [ben],
  deliveries: [{ to: ben, messageId: '1' }],
  open: [],
  ...over,
});
const figures = (over: Partial<Evidence>) => {
  const { lost, doubled, repeated } = judge(evidence(over), [ben]);
  return [lost.length, doubled.length, repeated];
};

describe(judge, () => {
  it('finds nothing where all went well', () => {
    expect(figures({})).toEqual([0, 0, 0]);
    expect(figures({ summaries: [{ basis: 'recording', inputDigest: 'b' }] })).toEqual([0, 0, 0]);
  });

  it('finds what is missing', () => {
    expect(figures({ status: 'ended', lineCount: null })).toEqual([2, 0, 0]);
    expect(figures({ summaries: [] })).toEqual([1, 0, 0]);
    expect(figures({ summaries: [{ basis: 'live', inputDigest: 'a' }] })).toEqual([1, 0, 0]);
    expect(figures({ tasks: [], decisions: [] })).toEqual([2, 0, 0]);
    expect(figures({ mails: [], deliveries: [] })).toEqual([2, 0, 0]);
    expect(figures({ open: ['mail: working'] })).toEqual([1, 0, 0]);
  });

  it('finds what is there twice', () => {
    const again = { basis: 'recording', inputDigest: 'b' };
    expect(figures({ summaries: [...evidence().summaries, again] })).toEqual([0, 2, 0]);
    expect(figures({ tasks: ['x', 'x'], mails: [ben, ben] })).toEqual([0, 2, 0]);
    const second = { to: ben, messageId: '2' };
    expect(figures({ deliveries: [...evidence().deliveries, second] })).toEqual([0, 1, 0]);
  });

  it('counts a mail that was sent again as the same one apart', () => {
    const first = { to: ben, messageId: '1' };
    expect(figures({ deliveries: [first, first] })).toEqual([0, 0, 1]);
  });
});
