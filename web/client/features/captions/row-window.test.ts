import { describe, expect, test } from 'vitest';
import { earlierRows, laterRows, newestRows, rowsAround } from './row-window.ts';

describe('the rows that are rendered', () => {
  test.each([
    ['all of a short list', newestRows(30), 0, 30],
    ['none of an empty one', newestRows(0), 0, 0],
    ['the newest of a long one', newestRows(10_000), 9_900, 10_000],
    ['those around one', rowsAround(5_000, 10_000), 4_950, 5_050],
    ['a whole window at the first row', rowsAround(3, 10_000), 0, 100],
    ['a whole window at the last row', rowsAround(9_999, 10_000), 9_900, 10_000],
    ['half of them earlier ones', earlierRows({ start: 9_900, end: 10_000 }, 10_000), 9_850, 9_950],
    ['none before the first', earlierRows({ start: 20, end: 120 }, 10_000), 0, 100],
    ['half of them later ones', laterRows({ start: 9_700, end: 9_800 }, 10_000), 9_750, 9_850],
    ['none behind the last', laterRows({ start: 9_880, end: 9_980 }, 10_000), 9_900, 10_000],
  ])('are %s', (_, window, start, end) => expect(window).toEqual({ start, end }));
});
