import { describe, expect, it } from 'vitest';
import { countFailures, restartDelayMs } from './restart-backoff.ts';

describe(restartDelayMs, () => {
  it('restarts at once, then waits twice as long each time, up to 5 s', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 50].map(restartDelayMs);
    expect(delays).toEqual([0, 250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });
});

describe(countFailures, () => {
  it('counts failures in a row', () => {
    expect(countFailures(3, 9_999)).toBe(4);
    expect(countFailures(3, null)).toBe(4);
  });

  it('forgets them after 10 s of health', () => {
    expect(countFailures(30, 10_000)).toBe(1);
  });
});
