import { describe, expect, it } from 'vitest';
import { fitInto } from './fit-into.ts';

describe(fitInto, () => {
  it.each([
    ['leaves alone what fits', { width: 40, height: 30 }, { width: 40, height: 30 }],
    ['makes what is too wide smaller', { width: 400, height: 100 }, { width: 100, height: 25 }],
    ['makes what is too high smaller', { width: 100, height: 400 }, { width: 25, height: 100 }],
  ])('%s', (_what, size, fitted) => {
    expect(fitInto(size, { width: 100, height: 100 })).toEqual(fitted);
  });
});
