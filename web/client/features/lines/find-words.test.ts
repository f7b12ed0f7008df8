import { describe, expect, test } from 'vitest';
import { findWords } from './find-words.ts';

const show = (texts: string[], query: string) =>
  findWords(texts, query).map(({ index, start, end }) => [index, texts[index]?.slice(start, end)]);

describe(findWords, () => {
  test('finds every place, in order, whatever the case', () => {
    expect(show(['Launch the launch.', 'No.', 'LAUNCH'], ' launch ')).toEqual([
      [0, 'Launch'],
      [0, 'launch'],
      [2, 'LAUNCH'],
    ]);
  });

  test.each([
    ['cafe', 'Im Café Zoë', 'Café'],
    ['zoë', 'Im Café Zoe', 'Zoe'],
    ['strasse', 'Straße', undefined],
    ['👍 gut', 'Ja 👍 gut so', '👍 gut'],
    ['office', 'Ofﬁce hours', 'Ofﬁce'],
  ])('looks for %j in %j', (query, text, expected) => {
    expect(show([text], query)[0]?.[1]).toBe(expected);
  });

  test('finds nothing for nothing, and takes signs as they are', () => {
    expect(findWords(['a'], '  ')).toEqual([]);
    expect(show(['a.*b', 'axxb'], '.*')).toEqual([[0, '.*']]);
  });

  test('stops at a thousand', () => {
    expect(findWords(['a'.repeat(5_000)], 'a')).toHaveLength(1_000);
  });
});
