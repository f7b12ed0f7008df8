import { describe, expect, test } from 'vitest';
import { describePrivacy, describeTurnout, shareOf } from './describe-poll.ts';

describe(describeTurnout, () => {
  test('says how many, while it runs and after', () => {
    const say = (state: 'open' | 'ended', voted: number) =>
      describeTurnout({ state, voted, counts: [voted] });
    expect([0, 1, 2].map((voted) => say('open', voted))).toEqual([
      'Nobody has voted yet.',
      '1 person has voted.',
      '2 people have voted.',
    ]);
    expect([0, 1, 2].map((voted) => say('ended', voted))).toEqual([
      'Nobody voted.',
      '1 person voted.',
      '2 people voted.',
    ]);
    expect(describeTurnout({ state: 'open', voted: 0, counts: null })).toBe(
      'Nobody has voted yet. Results are shown when the poll ends.',
    );
  });
});

describe(describePrivacy, () => {
  test('says who sees what, and when', () => {
    expect(describePrivacy({ anonymous: false, results: 'live' })).toBe(
      'Everyone can see who votes for what.',
    );
    expect(describePrivacy({ anonymous: true, results: 'end' })).toBe(
      'Anonymous: nobody sees who votes for what. Results are shown when the poll ends.',
    );
  });
});

describe(shareOf, () => {
  test('is of those who voted', () => {
    expect([shareOf(0, 0), shareOf(1, 3), shareOf(2, 3), shareOf(3, 3)]).toEqual([0, 33, 67, 100]);
  });
});
