import { describe, expect, test } from 'vitest';
import { readPointers } from './read-pointers.ts';

const ana = { user: { id: 'par_1', name: 'Ana' }, pointer: { x: 1, y: 2 } };

describe(readPointers, () => {
  test('gives those of others, by the name that web gives', () => {
    const states = new Map<number, unknown>([
      [1, ana],
      [2, ana],
      [3, { user: ana.user }],
      [4, { ...ana, pointer: { x: Number.NaN, y: 'far' } }],
      [5, null],
    ]);
    expect(readPointers(states, 1)).toEqual([{ client: 2, personId: 'par_1', name: 'Ana', x: 1, y: 2 }]);
  });
});
