import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordPieces } from './word-pieces.ts';

const vocabulary = new Map(
  ['[UNK]', 'un', '##aff', '##able', 'hello', ',', 'world', '!', 'cafe', '中', '文', '$', '5', 'a'].map(
    (piece, id) => [piece, id],
  ),
);
const pieces = (text: string) => {
  const names = [...vocabulary.keys()];
  return wordPieces(text, vocabulary).map((id) => names[id]);
};
/** Lone surrogates and controls too. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));

describe(wordPieces, () => {
  it('takes the longest known pieces of a word', () => {
    expect(pieces('Unaffable')).toEqual(['un', '##aff', '##able']);
  });

  it('separates punctuation, signs and Chinese characters, and drops case and accents', () => {
    expect(pieces('Hello,world! CAFÉ $5 中文')).toEqual([
      'hello',
      ',',
      'world',
      '!',
      'cafe',
      '$',
      '5',
      '中',
      '文',
    ]);
  });

  it('makes a word with an unknown part one unknown piece', () => {
    expect(pieces('unxyz hello')).toEqual(['[UNK]', 'hello']);
    expect(pieces('a'.repeat(101))).toEqual(['[UNK]']);
  });

  it('drops control and zero-width characters without splitting words, and folds white space', () => {
    expect(pieces('hel\u200blo\u0000\t\n world')).toEqual(['hello', 'world']);
  });

  it('gives known ids for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const id of wordPieces(text, vocabulary)) expect(id).toBeLessThan(vocabulary.size);
      }),
    );
  });
});
