import { describe, expect, it } from 'vitest';
import { fuseRanks } from './fuse-ranks.ts';

describe(fuseRanks, () => {
  it('puts what both lists have before what one list has at its top', () => {
    expect(
      fuseRanks([
        ['a', 'b', 'c'],
        ['d', 'c', 'b'],
      ]),
    ).toEqual(['b', 'c', 'a', 'd']);
  });

  it('keeps a single list as it is', () => {
    expect(fuseRanks([['a', 'b'], []])).toEqual(['a', 'b']);
  });
});
