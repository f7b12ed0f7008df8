import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLoop, withoutLoop } from './repetition.ts';

const times = (count: number, phrase: number[]) => Array.from({ length: count }, () => phrase).flat();

describe(withoutLoop, () => {
  it('cuts a phrase that comes again and again down to one round', () => {
    expect(withoutLoop([9, 8, ...times(6, [1, 2, 3, 4])])).toEqual([9, 8, 1, 2, 3, 4]);
    expect(withoutLoop([9, ...times(12, [5])])).toEqual([9, 5]);
    expect(withoutLoop(times(4, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))).toHaveLength(12);
  });

  it('cuts a loop that stopped in the middle of a round', () => {
    expect(withoutLoop([...times(5, [1, 2, 3, 4]), 1, 2])).toEqual([1, 2, 3, 4]);
  });

  it('leaves what people say alone: "no, no, no, no", a number of sevens, a sentence said twice', () => {
    for (const tokens of [times(4, [1, 2]), times(7, [7]), times(2, [1, 2, 3, 4, 5, 6])]) {
      expect(hasLoop(tokens)).toBe(false);
      expect(withoutLoop(tokens)).toEqual(tokens);
    }
  });

  it('always returns the beginning of the input, without a loop at its end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { maxLength: 80 }), (tokens) => {
        const cut = withoutLoop(tokens);
        expect(tokens.slice(0, cut.length)).toEqual(cut);
        if (!hasLoop(tokens)) expect(cut).toEqual(tokens);
      }),
    );
  });
});
