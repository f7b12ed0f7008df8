import { describe, expect, it } from 'vitest';
import { type Figure, formatFigure } from './figure.ts';

const figure = (change: Partial<Figure> = {}): Figure => ({
  name: 'caption hand-off p95',
  value: 24.13,
  unit: 'ms',
  baseline: { name: 'bare sendText', value: 17 },
  goal: { of: 'ratio', atMost: 2 },
  ...change,
});

describe(formatFigure, () => {
  it('shows value, ratio, baseline and goal', () => {
    expect(formatFigure(figure())).toBe(
      'caption hand-off p95: 24.1 ms = 1.42 x bare sendText (17.0 ms); goal: at most 2 x, reached',
    );
  });

  it.each<[Partial<Figure>, string]>([
    [{ value: 34.1 }, 'at most 2 x, NOT reached'],
    [{ value: 34 }, 'at most 2 x, reached'],
    [{ goal: { of: 'ratio', atLeast: 0.6 }, value: 10 }, 'at least 0.6 x, NOT reached'],
    [{ goal: { of: 'ratio', atLeast: 0.6 }, value: 10.2 }, 'at least 0.6 x, reached'],
    [{ goal: { of: 'value', atMost: 500 }, value: 499 }, 'at most 500 ms, reached'],
    [{ goal: { of: 'value', atMost: 20 } }, 'at most 20 ms, NOT reached'],
  ])('judges %j', (change, expected) => {
    expect(formatFigure(figure(change))).toContain(expected);
  });

  it('says nothing about a goal that nobody set', () => {
    expect(formatFigure(figure({ goal: null, value: 12_345, unit: 'lines/s' }))).toMatch(
      /12345 lines\/s = .*\)$/,
    );
  });
});
