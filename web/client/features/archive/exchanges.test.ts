import { describe, expect, it } from 'vitest';
import type { AskEvent } from '../../../../lib/archive-messages.ts';
import { applyEvent, beginExchange, failExchange, turnsOf } from './exchanges.ts';

const statement = (text: string): AskEvent => ({ type: 'statement', text, citations: [] });
const end = (over: object = {}): AskEvent => ({
  type: 'end',
  found: true,
  dropped: 0,
  problem: null,
  ...over,
});
const play = (...events: AskEvent[]) => events.reduce(applyEvent, beginExchange('When?'));

describe(applyEvent, () => {
  it('collects an answer', () => {
    expect(play({ type: 'start', by: 'rules', meetings: 3 }, statement('In May.'), end())).toMatchObject({
      by: 'rules',
      statements: [{ text: 'In May.' }],
      state: 'found',
    });
  });

  it('tells an answer that is not there from one that broke off', () => {
    expect(play(end({ found: false })).state).toBe('not found');
    expect(play(statement('In'), end({ problem: 'Try again.' }))).toMatchObject({
      state: 'failed',
      problem: 'Try again.',
    });
  });
});

describe(failExchange, () => {
  it('leaves a finished answer as it is', () => {
    expect(failExchange(play(end()), 'Lost.').state).toBe('found');
    expect(failExchange(play(), 'Lost.')).toMatchObject({ state: 'failed', problem: 'Lost.' });
  });
});

describe(turnsOf, () => {
  it('sends the last six answers along, and none that failed', () => {
    const many = Array.from({ length: 8 }, (_, n) => play(statement(`A${n}`), end()));
    expect(turnsOf([...many, play()]).map(({ answer }) => answer)).toEqual([
      'A2',
      'A3',
      'A4',
      'A5',
      'A6',
      'A7',
    ]);
  });
});
