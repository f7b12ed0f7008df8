/** Builders for tests of polls. */
import type { OwnPoll } from '../../../../lib/poll-messages.ts';

export const ana = 'par_01JD0000000000000000000001';
export const ben = 'par_01JD0000000000000000000002';

/** An open question of Ana's. */
export function buildPoll(change: Partial<OwnPoll> = {}): OwnPoll {
  return {
    id: 'pol_01JD0000000000000000000001',
    version: 2,
    state: 'open',
    question: 'What do we eat?',
    choices: ['Soup', 'Rice', 'Bread'],
    multiple: false,
    anonymous: false,
    results: 'live',
    askerId: ana,
    askerName: 'Ana',
    askedAtMs: 60_000,
    offRecord: false,
    voted: 0,
    counts: [0, 0, 0],
    mine: null,
    ...change,
  };
}
