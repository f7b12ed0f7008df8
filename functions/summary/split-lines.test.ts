import { describe, expect, it } from 'vitest';
import { countParts, splitLines } from './split-lines.ts';

const lines = (count: number, text = 'We talk about the launch.') =>
  Array.from({ length: count }, (_, at) => ({
    epoch: 1,
    seq: at + 1,
    atMs: at * 1_000,
    speaker: 'Ana',
    text,
  }));

describe(countParts, () => {
  it('leaves a meeting whole that fits, and cuts one that does not', () => {
    expect(countParts(lines(10), Number.POSITIVE_INFINITY)).toBe(1);
    expect(countParts([], 100)).toBe(1);
    expect(countParts(lines(1_000), 5_000)).toBe(5);
  });
});

describe(splitLines, () => {
  it('makes parts of about the same length, and loses no line', () => {
    const parts = splitLines(lines(1_000), 6);
    const sizes = parts.map((part) => part.length);
    expect(sizes).toHaveLength(6);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(10);
    expect(parts.flat()).toEqual(lines(1_000));
  });

  it('makes fewer parts where there are fewer lines', () => {
    expect(splitLines(lines(2), 5)).toEqual([lines(2).slice(0, 1), lines(2).slice(1)]);
    expect(splitLines([], 3)).toEqual([]);
  });
});
