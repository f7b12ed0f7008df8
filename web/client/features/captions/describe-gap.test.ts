import { describe, expect, test } from 'vitest';
import { describeGap } from './describe-gap.ts';

describe(describeGap, () => {
  test('says from when to when it was off the record', () => {
    expect(describeGap({ startMs: 61_000, endMs: 185_000, reason: 'paused' })).toBe(
      'Off the record from 1:01 to 3:05',
    );
    expect(describeGap({ startMs: 61_000, endMs: null, reason: 'paused' })).toBe('Off the record since 1:01');
  });

  test('tells being sent away from not listening', () => {
    const minute = { startMs: 0, endMs: 60_000 };
    expect(describeGap({ ...minute, reason: 'dismissed' })).toBe(
      '0:00 · The AI participant was sent away for 1 minute',
    );
    expect(describeGap({ ...minute, reason: 'agent_lost' })).toBe('0:00 · Not listening for 1 minute');
    expect(describeGap({ startMs: 0, endMs: null, reason: 'agent_late' })).toBe(
      '0:00 · Not listening for now',
    );
  });
});
