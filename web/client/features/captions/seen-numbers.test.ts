import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SeenNumbers, seeNumber, skipToNext } from './seen-numbers.ts';

const seeAll = (numbers: number[]) =>
  numbers.reduce<SeenNumbers | undefined>((seen, number) => seeNumber(seen, number), undefined);

describe(seeNumber, () => {
  test('counts up while nothing is missing', () => {
    expect(seeAll([1, 2, 3])).toEqual({ through: 3, ahead: new Set() });
  });

  test('remembers what came before its turn, and closes up when the hole is filled', () => {
    expect(seeAll([1, 4, 3])).toEqual({ through: 1, ahead: new Set([3, 4]) });
    expect(seeAll([1, 4, 3, 2])).toEqual({ through: 4, ahead: new Set() });
  });

  test('gives the same for the same numbers in any order, however often they come', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, fc.infiniteStream(fc.nat()), (given, noise) => {
        const shuffled = [...given, ...given].sort(() => (noise.next().value % 3) - 1);
        expect(seeAll(shuffled)).toEqual(seeAll(given));
      }),
    );
  });
});

describe(skipToNext, () => {
  test('jumps over one hole only', () => {
    const seen = seeAll([1, 4, 5, 8])!;
    expect(skipToNext(seen)).toEqual({ through: 5, ahead: new Set([8]) });
  });

  test('changes nothing where there is no hole', () => {
    expect(skipToNext({ through: 3, ahead: new Set() })).toEqual({ through: 3, ahead: new Set() });
  });
});
