import { describe, expect, it } from 'vitest';
import { createJobSlots } from './job-slots.ts';

describe(createJobSlots, () => {
  it('admits no more than the maximum in one burst, before any of them runs', () => {
    const slots = createJobSlots(3, () => 0);
    expect([1, 2, 3, 4, 5].map(() => slots.take(0))).toEqual([true, true, true, false, false]);
  });

  it('has places again when accepted jobs did not come to run', () => {
    let now = 0;
    const slots = createJobSlots(1, () => now);
    expect(slots.take(0)).toBe(true);
    now = 2_000;
    expect(slots.take(0)).toBe(true);
  });

  it('stays below the load at which LiveKit stops to offer jobs, until it is full', () => {
    const slots = createJobSlots(4);
    expect([0, 1, 2, 3].every((active) => slots.load(active) < 0.7)).toBe(true);
    expect(slots.load(4)).toBe(1);
  });
});
