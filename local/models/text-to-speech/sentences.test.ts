import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

describe(splitSentences, () => {
  it('cuts after sentences and keeps short ones whole', () => {
    expect(splitSentences('Good morning. How are you? Fine!')).toEqual([
      'Good morning.',
      'How are you?',
      'Fine!',
    ]);
    expect(splitSentences('   ')).toEqual([]);
  });

  it('cuts a long sentence at a comma where there is one, else at a blank', () => {
    const half = 'word '.repeat(30).trim();
    expect(splitSentences(`${half}, ${half}.`)).toEqual([`${half},`, `${half}.`]);
    expect(splitSentences('word '.repeat(80)).every((part) => /^word( word)*$/.test(part))).toBe(true);
  });

  it('loses nothing but blanks and never gives a long piece', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1_000 }), (text) => {
        const parts = splitSentences(text);
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(220);
      }),
    );
  });
});
