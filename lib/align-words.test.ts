import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWords } from './align-words.ts';

const edits = (a: string, b: string) =>
  alignWords(a.split(' ').filter(Boolean), b.split(' ').filter(Boolean)).edits;
const words = fc.array(fc.constantFrom('a', 'b', 'ab', 'aba', 'c', '20', '26', '2026'), { maxLength: 12 });

describe(alignWords, () => {
  it('counts substitutions, deletions and insertions', () => {
    expect(edits('the cat sat', 'the cat sat')).toBe(0);
    expect(edits('the cat sat', 'the bat sat')).toBe(1);
    expect(edits('the cat sat', 'the sat')).toBe(1);
    expect(edits('the cat sat', 'the black cat sat')).toBe(1);
    expect(edits('the cat sat', '')).toBe(3);
    expect(edits('', 'one two')).toBe(2);
  });

  it('lets words match that are only split elsewhere', () => {
    expect(edits('a follow up meeting', 'a followup meeting')).toBe(0);
    expect(edits('in 2026', 'in 20 26')).toBe(0);
    expect(edits('call 5 5 5 5', 'call 5555')).toBe(0);
    expect(edits('a follow on meeting', 'a followup meeting')).toBe(2);
  });

  it('says which words correspond', () => {
    expect(alignWords(['follow', 'up', 'now'], ['well', 'followup', 'then'])).toEqual({
      edits: 2,
      steps: [
        { kind: 'insert', reference: [], hypothesis: [0] },
        { kind: 'match', reference: [0, 1], hypothesis: [1] },
        { kind: 'substitute', reference: [2], hypothesis: [2] },
      ],
    });
  });

  it('is zero for the same words, symmetric, and never above the longer text', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(alignWords(a, a).edits).toBe(0);
        expect(alignWords(a, b).edits).toBe(alignWords(b, a).edits);
        expect(alignWords(a, b).edits).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(alignWords(a, b).edits).toBeGreaterThanOrEqual(a.join('') === b.join('') ? 0 : 1);
      }),
    );
  });

  it('gives steps that cover both sides in order and cost what it says', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { edits, steps } = alignWords(a, b);
        expect(steps.flatMap((step) => step.reference)).toEqual(a.map((_, index) => index));
        expect(steps.flatMap((step) => step.hypothesis)).toEqual(b.map((_, index) => index));
        expect(steps.filter((step) => step.kind !== 'match')).toHaveLength(edits);
        for (const { kind, reference, hypothesis } of steps) {
          if (kind === 'match') {
            expect(reference.map((i) => a[i]).join('')).toBe(hypothesis.map((j) => b[j]).join(''));
          }
        }
      }),
    );
  });
});
