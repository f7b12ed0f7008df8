import { describe, expect, test } from 'vitest';
import type { StageView } from '../../../../lib/summary.ts';
import { describeProgress, describeStage, stagePollMs } from './stage-words.ts';

const stage = (change: Partial<StageView> = {}): StageView => ({
  stage: 'summary',
  state: 'done',
  message: '',
  changedAtMs: 0,
  ...change,
});

describe(describeStage, () => {
  test.each([
    [stage({ state: 'skipped', message: 'Nobody spoke.' }), 'Nobody spoke.'],
    [stage({ state: 'working' }), 'The summary is being written.'],
    [stage({ state: 'failed' }), 'Failed.'],
  ])('%o', (view, words) => {
    expect(describeStage(view)).toBe(words);
  });
});

describe(describeProgress, () => {
  test('says what is worked on, else what waits first, else nothing', () => {
    const done = stage({ stage: 'transcript' });
    const waits = stage({ stage: 'mail', state: 'waiting' });
    expect(describeProgress([done, stage({ state: 'working' }), waits])).toBe(
      'The summary is being written.',
    );
    expect(describeProgress([done, waits])).toBe('The summary is being mailed.');
    expect(describeProgress([done])).toBeNull();
  });
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
