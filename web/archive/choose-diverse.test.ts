import { describe, expect, it } from 'vitest';
import { chooseDiverse } from './choose-diverse.ts';

const sameLetter = (a: string, b: string) => (a[0] === b[0] ? 1 : 0);

describe(chooseDiverse, () => {
  it('begins with the best, and prefers what is new to what was said', () => {
    expect(chooseDiverse({ candidates: ['a1', 'a2', 'b1', 'a3'], likeness: sameLetter, count: 2 })).toEqual([
      'a1',
      'b1',
    ]);
  });

  it('keeps the order where nothing is alike, and gives all that there is', () => {
    expect(chooseDiverse({ candidates: ['a', 'b'], likeness: () => 0, count: 9 })).toEqual(['a', 'b']);
  });
});
