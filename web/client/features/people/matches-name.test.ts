import { describe, expect, test } from 'vitest';
import { matchesName } from './matches-name.ts';

describe(matchesName, () => {
  test('finds by beginnings of words, without case and accents', () => {
    const found = ['', 'ana', 'RUI', 'ru an', 'Ána', 'garcia'].map((search) =>
      matchesName('Ana Ruiz-García', search),
    );
    expect(found).toEqual([true, true, true, true, true, true]);
  });

  test('does not find the middle of a word, nor who has only some of the words', () => {
    expect(['na', 'ana x', 'ruizg'].map((search) => matchesName('Ana Ruiz', search))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
