import { describe, expect, it } from 'vitest';
import { soundDistance, soundOf } from './sound.ts';

const distance = (a: string, b: string) => soundDistance(soundOf(a), soundOf(b));

describe(soundDistance, () => {
  it.each([
    ['nova', 'nover'],
    ['nova', 'knova'],
    ['nova', 'novah'],
    ['clerk', 'klerk'],
    ['philippa', 'filipa'],
    ['max', 'macks'],
    ['sean', 'seen'],
  ])('is nothing between %s and %s', (a, b) => {
    expect(distance(a, b)).toBe(0);
  });

  it('is smaller between neighbouring sounds than between distant ones', () => {
    expect(distance('nova', 'noba')).toBeLessThan(distance('nova', 'nota'));
    expect(distance('nova', 'nava')).toBeLessThan(distance('nova', 'nota'));
  });

  it('is the same in both directions', () => {
    for (const [a, b] of [
      ['nova', 'november'],
      ['iris', 'irish'],
      ['', 'max'],
    ] as const) {
      expect(distance(a, b)).toBeCloseTo(distance(b, a));
    }
  });
});
