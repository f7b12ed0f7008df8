import { describe, expect, test } from 'vitest';
import { widenWindow, windowStart, windowStep } from './row-window.ts';

describe(windowStart, () => {
  test('shows the newest rows at the live end', () => {
    expect(windowStart(10_000, null)).toBe(10_000 - windowStep);
    expect(windowStart(5, null)).toBe(0);
  });

  test('stays where the person left the live end', () => {
    expect(windowStart(10_300, 9_800)).toBe(9_800);
    expect(windowStart(3, 9_800)).toBe(3);
  });
});

describe(widenWindow, () => {
  test('reaches the first row in the end', () => {
    expect(widenWindow(9_800)).toBe(9_600);
    expect(widenWindow(50)).toBe(0);
  });
});
