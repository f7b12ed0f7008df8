import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, dropUnprintable } from './text.ts';

describe(cleanText, () => {
  it('folds controls, bidi marks and white space into single blanks', () => {
    expect(cleanText(' Ana\u0000\u202e \n Ruiz\u200b ', 80)).toBe('Ana Ruiz');
  });

  it.each([
    ['turns direction', 'a\u061cb\u202ec\u2067d', 'a b c d'],
    ['is written in invisible letters', 'Ana\u{e0049}\u{e0067}\u{e006e}', 'Ana'],
    ['fills space', 'A\u3164na\uffa0', 'A na'],
    ['would only break a word', 'Donau\u00addampf', 'Donaudampf'],
    ['piles up on a letter', `Z${'\u0335'.repeat(40)}oe`, `Z${'\u0335'.repeat(5)}oe`],
  ])('takes away what %s', (_what, text, clean) => {
    expect(cleanText(text, 80)).toBe(clean);
  });

  it.each(['\u200d\u200d', '\u3164', '\u2800', '\u0301', '\ufe0f'])(
    'is empty where nothing can be seen: %j',
    (text) => {
      expect(cleanText(text, 80)).toBe('');
    },
  );

  it.each(['👩‍🚀 Zoë', 'می‌خواهم', 'न्‍', '☎️', 'רות', 'རྒྱུད'])('keeps what emoji and scripts need: %s', (text) => {
    expect(cleanText(text, 80)).toBe(text);
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

describe(dropUnprintable, () => {
  it('takes away what turns text or cannot be seen, and leaves its blanks', () => {
    expect(dropUnprintable(' see \u202ethe\u200b plan\u2069\t')).toBe(' see the plan ');
    expect(dropUnprintable('👩‍🚀 می‌خواهم ')).toBe('👩‍🚀 می‌خواهم ');
  });
});
