import { describe, expect, test } from 'vitest';
import { describeLength, formatTime } from './format-time.ts';

describe(formatTime, () => {
  test.each([
    [0, '0:00'],
    [999, '0:00'],
    [61_000, '1:01'],
    [3_599_999, '59:59'],
    [3_765_000, '1:02:45'],
    [-5, '0:00'],
  ])('%i ms is %s', (milliseconds, text) => {
    expect(formatTime(milliseconds)).toBe(text);
  });
});

describe(describeLength, () => {
  test.each([
    [20, '1 second'],
    [9_400, '9 seconds'],
    [60_000, '1 minute'],
    [150_000, '3 minutes'],
  ])('%i ms is %s', (milliseconds, text) => {
    expect(describeLength(milliseconds)).toBe(text);
  });
});
