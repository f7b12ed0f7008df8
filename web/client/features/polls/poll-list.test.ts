import { describe, expect, test } from 'vitest';
import { laterOf, listWaiting, noPolls, withOwnPoll, withoutPoll, withPoll } from './poll-list.ts';
import { buildPoll } from './testing.ts';

const mine = { choices: [1], revision: 1 };
const listOf = (...polls: ReturnType<typeof buildPoll>[]) => ({ ...noPolls, polls });
const shared = (change: Parameters<typeof buildPoll>[0]) => {
  const { mine: _, ...poll } = buildPoll(change);
  return poll;
};

describe(withPoll, () => {
  test('takes the later version, in whatever order they come, and keeps the own vote', () => {
    const list = listOf(buildPoll({ version: 4, voted: 2, mine }));
    expect(withPoll(list, shared({ version: 3, voted: 1 })).polls).toMatchObject([{ voted: 2, mine }]);
    expect(withPoll(list, shared({ version: 5, voted: 3 })).polls).toMatchObject([{ voted: 3, mine }]);
  });

  test('adds one that is new', () => {
    expect(withPoll(noPolls, shared({})).polls).toEqual([buildPoll()]);
  });

  test('forgets the own vote when an anonymous poll has ended', () => {
    const list = listOf(buildPoll({ anonymous: true, mine }));
    expect(withPoll(list, shared({ version: 3, anonymous: true, state: 'ended' })).polls).toMatchObject([
      { state: 'ended', mine: null },
    ]);
  });
});

describe(withOwnPoll, () => {
  test('takes the later vote of two answers', () => {
    const later = buildPoll({ version: 4, mine: { choices: [2], revision: 2 } });
    const earlier = buildPoll({ version: 3, mine });
    for (const [first, second] of [
      [later, earlier],
      [earlier, later],
    ] as const) {
      expect(withOwnPoll(listOf(first), second).polls).toEqual([later]);
    }
  });
});

describe(laterOf, () => {
  test('has what was fetched, in the latest version that is known', () => {
    const known = listOf(buildPoll({ version: 6, voted: 3, mine }), buildPoll({ id: 'pol_2' }));
    const fetched = { polls: [buildPoll({ version: 5, voted: 2 })], mayAsk: true };
    expect(laterOf(known, fetched)).toEqual({
      polls: [buildPoll({ version: 6, voted: 3, mine })],
      mayAsk: true,
    });
    expect(laterOf(undefined, fetched)).toEqual(fetched);
  });
});

describe(withoutPoll, () => {
  test('takes one away', () => {
    expect(withoutPoll(listOf(buildPoll(), buildPoll({ id: 'pol_2' })), 'pol_2').polls).toEqual([
      buildPoll(),
    ]);
  });
});

describe(listWaiting, () => {
  test('has open polls without a vote', () => {
    const list = listOf(
      buildPoll(),
      buildPoll({ id: 'pol_2', mine }),
      buildPoll({ id: 'pol_3', state: 'ended' }),
      buildPoll({ id: 'pol_4', state: 'draft' }),
    );
    expect(listWaiting(list)).toEqual([buildPoll()]);
  });
});
