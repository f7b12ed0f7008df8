import { describe, expect, test } from 'vitest';
import type { StageView } from '../../../../lib/summary.ts';
import { isSettledWell, stagePollMs } from './stage-poll.ts';

const stage = (change: Partial<StageView> = {}): StageView => ({
  stage: 'summary',
  state: 'done',
  message: '',
  changedAtMs: 0,
  ...change,
});

describe(stagePollMs, () => {
  test.each([
    ['before the first answer', undefined, 0, false],
    ['when all is settled', [stage(), stage({ state: 'failed' })], 0, false],
    ['while something is worked on', [stage({ state: 'working', changedAtMs: 1_000 })], 60_000, 1_500],
    ['while something hangs', [stage({ state: 'waiting', changedAtMs: 1_000 })], 400_000, 15_000],
  ])('%s', (_, stages, nowMs, ms) => {
    expect(stagePollMs(stages, nowMs)).toBe(ms);
  });
});

describe(isSettledWell, () => {
  test.each([
    ['before the end', [], true],
    ['when all is done or left out', [stage(), stage({ state: 'skipped' })], true],
    ['while something waits', [stage(), stage({ state: 'waiting' })], false],
    ['when something failed', [stage({ state: 'failed' })], false],
  ])('%s', (_, stages, settled) => {
    expect(isSettledWell(stages)).toBe(settled);
  });
});
