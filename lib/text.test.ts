import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './text.ts';

describe(cleanText, () => {
  it('folds controls, bidi marks and white space into single blanks', () => {
    expect(cleanText(' Ana\u0000\u202e \n Ruiz\u200b ', 80)).toBe('Ana Ruiz');
  });

  it('never cuts a character in two', () => {
    expect(cleanText('ab😀', 3)).toBe('ab');
  });

  it('gives well-formed text of bounded length for any input, and is idempotent', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 100 }),
        (text, max) => {
          const clean = cleanText(text, max);
          expect(clean.isWellFormed()).toBe(true);
          expect(clean.length).toBeLessThanOrEqual(max);
          expect(clean.includes('\0')).toBe(false);
          expect(cleanText(clean, max)).toBe(clean);
        },
      ),
    );
  });
});
