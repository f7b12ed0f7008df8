import { describe, expect, test } from 'vitest';
import { stepThrough } from './step-through.ts';

const list = ['a', 'b', 'c'];

describe(stepThrough, () => {
  test('goes round in both directions', () => {
    expect(['a', 'b', 'c'].map((picked) => stepThrough(list, picked, 1))).toEqual(['b', 'c', 'a']);
    expect(['a', 'b', 'c'].map((picked) => stepThrough(list, picked, -1))).toEqual(['c', 'a', 'b']);
  });

  test('begins at the first', () => {
    expect([stepThrough(list, undefined, -1), stepThrough(list, 'gone', 1)]).toEqual(['a', 'a']);
    expect(stepThrough([], 'gone', 1)).toBeUndefined();
  });
});
