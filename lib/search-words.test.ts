import { describe, expect, it } from 'vitest';
import { wordsOf } from './search-words.ts';

const plain = (text: string) => wordsOf(text).map(({ word }) => word);

describe(wordsOf, () => {
  it('folds case and accents, and separates at everything else', () => {
    expect(plain('Zoë’s “Łukasz”: 3.5 e-mails!')).toEqual(['zoe', 's', 'lukasz', '3', '5', 'e', 'mails']);
  });

  it('says where each word is', () => {
    const text = '¿Qué — 42?';
    expect(wordsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Qué', '42']);
  });

  it('reads through invisible characters inside of a word', () => {
    expect(plain('bud\u200bget \u202erevo\u2060ked')).toEqual(['budget', 'revoked']);
  });

  it('takes each character for a word where nobody writes spaces', () => {
    expect(plain('予算 budget会議')).toEqual(['予', '算', 'budget', '会', '議']);
  });

  it('keeps other scripts whole', () => {
    expect(plain('Бюджет στόχος ميزانية')).toEqual(['бюджет', 'στοχος', 'ميزانية']);
  });

  it('finds nothing in operators, marks and spaces', () => {
    expect(plain('&& | ! <-> "()" :* \u200b\u202e')).toEqual([]);
  });

  it('cuts what is no word of anybody', () => {
    expect(plain('a'.repeat(10_000))[0]).toHaveLength(64);
  });
});
