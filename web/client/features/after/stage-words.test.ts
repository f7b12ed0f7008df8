import { describe, expect, test } from 'vitest';
import type { StageView } from '../../../../lib/summary.ts';
import { describeProgress, describeStage } from './stage-words.ts';

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
