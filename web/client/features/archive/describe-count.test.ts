import { describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../../../lib/archive-messages.ts';
import { describeCount } from './describe-count.ts';

const answer = (over: Partial<SearchAnswer>): SearchAnswer => ({
  meetings: [],
  matched: 'all',
  count: 3,
  complete: true,
  next: null,
  ...over,
});

describe(describeCount, () => {
  it.each([
    [{}, '3 hits.'],
    [{ count: 1 }, '1 hit.'],
    [{ complete: false }, '3 hits in your newest meetings, and more before.'],
    [{ matched: 'any' as const }, 'Nothing has all of these words. With some of them: 3 hits.'],
  ])('says %j as a sentence', (over, sentence) => {
    expect(describeCount(answer(over))).toBe(sentence);
  });
});
