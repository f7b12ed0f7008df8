import { describe, expect, test } from 'vitest';
import { matchesWords } from './matches-words.ts';

describe(matchesWords, () => {
  test('finds by beginnings of words, without case and accents', () => {
    const found = ['', 'ana', 'RUI', 'ru an', 'Ána', 'garcia'].map((search) =>
      matchesWords('Ana Ruiz-García', search),
    );
    expect(found).toEqual([true, true, true, true, true, true]);
  });

  test('does not find the middle of a word, nor who has only some of the words', () => {
    expect(['na', 'ana x', 'ruizg'].map((search) => matchesWords('Ana Ruiz', search))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
