import { describe, expect, it } from 'vitest';
import { slope } from './slope.ts';

describe(slope, () => {
  it('is the step of a straight line', () => {
    expect(slope([5, 7, 9, 11])).toBe(2);
    expect(slope([3, 3, 3])).toBe(0);
  });

  it('balances values off the line', () => {
    expect(slope([0, 10, 0, 10])).toBeCloseTo(2);
  });
});
