import { describe, expect, it } from 'vitest';
import { retryDelay } from './retry-delay.ts';

describe(retryDelay, () => {
  it('doubles from a quarter of a second to a minute', () => {
    expect([0, 1, 2, 7, 8, 2_000].map((attempt) => retryDelay(attempt, 0.5))).toEqual([
      250, 500, 1_000, 32_000, 60_000, 60_000,
    ]);
  });

  it('spreads by a quarter either way', () => {
    expect(retryDelay(2, 0)).toBe(750);
    expect(retryDelay(2, 1)).toBe(1_250);
  });
});
