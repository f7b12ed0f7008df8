import { describe, expect, test } from 'vitest';
import { describeOutcome } from './describe-outcome.ts';
import { ana, ben, buildApproval, buildApproved } from './testing.ts';

const outcome = (change: Parameters<typeof buildApproved>[0]) =>
  describeOutcome(buildApproved(change), ana.id);
const action = { ...buildApproved().action! };

describe(describeOutcome, () => {
  test('says nothing while a proposal waits', () => {
    expect(describeOutcome(buildApproval(), ana.id)).toBeNull();
  });

  test('follows what was approved to its end', () => {
    expect(outcome({})).toEqual({ tone: 'busy', text: 'Schedule a meeting: approved, on its way.' });
    expect(outcome({ action: { ...action, status: 'done', message: 'Planned.' } })).toEqual({
      tone: 'good',
      text: 'Planned.',
    });
    expect(outcome({ action: { ...action, status: 'failed' } })?.text).toMatch(/did not work/);
    expect(outcome({ action: { ...action, status: 'unknown' } })?.text).toMatch(/Look before you ask again/);
  });

  test('names who answered when it was somebody else', () => {
    const decision = { by: ben, atMs: 1, reason: 'Not now', original: null };
    expect(outcome({ decision })?.text).toBe('Schedule a meeting: approved by Ben Carter, on its way.');
    expect(outcome({ state: 'rejected', decision, action: null })?.text).toBe(
      'Schedule a meeting: rejected by Ben Carter. “Not now”',
    );
  });

  test('says when nobody answered', () => {
    expect(outcome({ state: 'expired', action: null })?.text).toMatch(/nobody answered in time/);
  });
});
