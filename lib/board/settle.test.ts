import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beats, settle } from './settle.ts';
import { rectangle } from './testing/elements.ts';

const drawn = (version: number, versionNonce: number) => rectangle({ version, versionNonce });
const deleted = (version: number, versionNonce: number) => ({
  id: 'element-1',
  version,
  versionNonce,
  isDeleted: true as const,
});
const anyState = fc
  .record({ version: fc.nat(5), nonce: fc.nat(5), gone: fc.boolean() })
  .map(({ version, nonce, gone }) => (gone ? deleted : drawn)(version + 1, nonce));

describe(settle, () => {
  it('takes the higher version, and of two that are equal the lower nonce', () => {
    expect(settle([drawn(2, 5), drawn(3, 9), drawn(3, 4)])).toEqual(drawn(3, 4));
    expect(settle([])).toBeNull();
  });

  it('keeps deleted what was deleted, above every version', () => {
    expect(settle([deleted(2, 5), drawn(9, 1)])).toEqual(deleted(10, 5));
    expect(settle([deleted(2, 5)])).toEqual(deleted(2, 5));
  });

  it('comes to the same in any order', () => {
    fc.assert(
      fc.property(fc.array(anyState), (states) => {
        const other = [...states].reverse();
        expect(settle(other)).toEqual(settle(states));
        const settled = settle(states);
        for (const state of states) expect(settled && beats(state, settled)).toBe(false);
        expect(settled?.isDeleted ?? false).toBe(states.some(({ isDeleted }) => isDeleted));
      }),
    );
  });
});
