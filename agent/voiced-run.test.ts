import { describe, expect, test } from 'vitest';
import { createVoicedRun } from './voiced-run.ts';

/** One window for each mark: `v` voice, `.` silence, both in a segment; `x` a sound, `_` silence, outside of one. */
function count(windows: string): number {
  const next = createVoicedRun();
  return [...windows].map((mark) => next('v.'.includes(mark), 'vx'.includes(mark) ? 0.9 : 0.1)).at(-1) ?? 0;
}

describe(createVoicedRun, () => {
  test('counts 32 ms for each window of voice', () => {
    expect(count('vv')).toBe(64);
    expect(count('vvvvvvvvvvvvv')).toBe(416);
  });

  test('includes the first sound, which the segmenter is not sure of', () => {
    expect(count('xv')).toBe(64);
  });

  test('does not count short pauses, and begins again after long ones', () => {
    expect(count('vvv....vvv')).toBe(192);
    expect(count('vvv........')).toBe(0);
    expect(count('vvv........v')).toBe(32);
  });

  test('is nothing while there is no speech', () => {
    expect(count('____')).toBe(0);
    expect(count('x__x')).toBe(0);
    expect(count('vvv_')).toBe(0);
  });
});
