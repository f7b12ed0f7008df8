import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseWords } from './words.ts';

const alike = (...texts: string[]) => {
  const [first, ...others] = texts.map(normaliseWords);
  for (const other of others) expect(other).toEqual(first);
  return first?.join(' ');
};

describe(normaliseWords, () => {
  it('drops case, punctuation and typographic quotes', () => {
    expect(alike('Hello, Ben! "It’s" fine…', 'hello ben its FINE')).toBe('hello ben its fine');
  });

  it('keeps a contraction as one word', () => {
    expect(normaliseWords("don't we'll")).toEqual(['dont', 'well']);
  });

  it('opens hyphens and dashes', () => {
    expect(alike('a follow-up — soon', 'a follow up soon')).toBe('a follow up soon');
    expect(alike('twenty-six', 'twenty six', '26')).toBe('26');
  });

  it.each([
    [['twelve percent', '12%', '12 percent'], '12 percent'],
    [['ten', '10', "ten o'clock", '10:00', '10 o’clock'], '10'],
    [['ten thirty a.m.', '10:30 AM', '10:30am'], '10 30 am'],
    [['the second week', 'the 2nd week'], 'the 2th week'],
    [['five dollars', '$5', '$5.'], '5 dollars'],
    [['one dollar', '$1'], '1 dollars'],
    [['three million dollars', '$3 million', '$3,000,000'], '3000000 dollars'],
    [['one point five million euros', '€1.5 million'], '1 point 5000000 euros'],
    [['five dollars and fifty cents', '$5.50'], '5 dollars and 50 cents'],
    [['three point five', '3.5'], '3 point 5'],
    [['ten thousand', '10,000', '10000'], '10000'],
    [['OK', 'okay', 'O.K.'], 'okay'],
    [['ten oh five', '10 0 5'], '10 0 5'],
    [['in two thousand twenty six', 'in 2026'], 'in 2026'],
  ])('writes %j alike', (texts, expected) => {
    expect(alike(...texts)).toBe(expected);
  });

  it('keeps "oh" that is not a digit', () => {
    expect(normaliseWords('Oh, five?')).toEqual(['oh', '5']);
  });

  it('keeps letters of other scripts', () => {
    expect(normaliseWords('Größe, señor, Привет')).toEqual(['größe', 'señor', 'привет']);
  });

  it('gives words without white space or capitals for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of normaliseWords(text)) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
      }),
    );
  });
});
