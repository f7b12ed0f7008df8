import { describe, expect, test } from 'vitest';
import { countSlow, isTooSlow, type Pace } from './pace.ts';

const isSlowAfter = (...paces: Pace[]) => isTooSlow(paces.reduce(countSlow, 0));
const good: Pace = { given: 75, drawn: 70 };
const bad: Pace = { given: 75, drawn: 20 };

describe(countSlow, () => {
  test('a computer is too slow that stays so for a while', () => {
    expect(isSlowAfter(bad, bad)).toBe(false);
    expect(isSlowAfter(bad, bad, bad)).toBe(true);
  });

  test('a slow moment is forgiven', () => {
    expect(isSlowAfter(bad, bad, good, bad, bad)).toBe(false);
  });

  test('a slow camera is not a slow computer', () => {
    const slowCamera = { given: 15, drawn: 15 };
    expect(isSlowAfter(slowCamera, slowCamera, slowCamera)).toBe(false);
  });

  test('a camera that stands still says nothing, and forgives nothing', () => {
    const still = { given: 2, drawn: 0 };
    expect(isSlowAfter(still, still, still, still)).toBe(false);
    expect(isSlowAfter(bad, bad, still, bad)).toBe(true);
  });

  test('one that draws nothing at all is too slow', () => {
    const none = { given: 75, drawn: 0 };
    expect(isSlowAfter(none, none, none)).toBe(true);
  });
});
