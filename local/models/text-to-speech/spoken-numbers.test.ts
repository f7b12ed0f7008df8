import { describe, expect, it } from 'vitest';
import { wordsOfInteger, wordsOfOrdinal, wordsOfYear } from './spoken-numbers.ts';

describe(wordsOfInteger, () => {
  it.each([
    ['0', 'zero'],
    ['15', 'fifteen'],
    ['40', 'forty'],
    ['87', 'eighty seven'],
    ['100', 'one hundred'],
    ['1,204', 'one thousand two hundred four'],
    ['3000000', 'three million'],
    ['1000000000017', 'one trillion seventeen'],
    ['0123', 'zero one two three'],
    ['1234567890123456', 'one two three four five six seven eight nine zero one two three four five six'],
  ])('says %s as "%s"', (digits, words) => {
    expect(wordsOfInteger(digits)).toBe(words);
  });
});

describe(wordsOfOrdinal, () => {
  it.each([
    ['1', 'first'],
    ['12', 'twelfth'],
    ['20', 'twentieth'],
    ['22', 'twenty second'],
    ['103', 'one hundred third'],
  ])('says %s as "%s"', (digits, words) => {
    expect(wordsOfOrdinal(digits)).toBe(words);
  });
});

describe(wordsOfYear, () => {
  it.each([
    [1900, 'nineteen hundred'],
    [1905, 'nineteen oh five'],
    [1998, 'nineteen ninety eight'],
    [2000, 'two thousand'],
    [2005, 'two thousand five'],
    [2026, 'twenty twenty six'],
  ])('says %i as "%s"', (year, words) => {
    expect(wordsOfYear(year)).toBe(words);
  });
});
