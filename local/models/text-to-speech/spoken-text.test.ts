import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenText } from './spoken-text.ts';

/** Lone surrogates and controls too. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
const written = fc.array(fc.constantFrom(...'0159.,:;-$%@&/ ap.m#')).map((signs) => signs.join(''));

describe(spokenText, () => {
  it.each([
    ['Move the launch to 2026-03-12.', 'Move the launch to March twelfth, twenty twenty six.'],
    ['At 10:30 or 9:05am, or 10:00?', 'At ten thirty or nine oh five AM, or ten?'],
    ['It costs $1,200.50, or €1.', 'It costs one thousand two hundred dollars and fifty cents, or one euro.'],
    ['£0.01 more', 'zero pounds and one penny more'],
    ['Up 3.5% since 1998', 'Up three point five percent since nineteen ninety eight'],
    ['the 22nd of 10-12 tasks', 'the twenty second of ten to twelve tasks'],
    ['It was -5 outside; 2,000 people', 'It was minus five outside, two thousand people'],
    ['Dr. Ruiz & Mr. Carter, e.g. from IT', 'doctor Ruiz and mister Carter, for example, from IT'],
    [
      'Mail ana@example.test or see https://parley.test/x?y=1',
      'Mail ana at example dot test or see parley dot test',
    ],
    ['I am sure that it’s a café', "I am sure that it's a cafe"],
    ['**Done** — see #4 (later)…', 'Done, see four later,'],
  ])('says "%s" as "%s"', (written, spoken) => {
    expect(spokenText(written)).toBe(spoken);
  });

  it('leaves nothing that the voice cannot read, whatever it gets', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, written), (text) => {
        const spoken = spokenText(text);
        expect(spoken).not.toMatch(/[\d%$&@#_\n]/);
        expect(spoken).toBe(spoken.trim());
      }),
    );
  });
});
