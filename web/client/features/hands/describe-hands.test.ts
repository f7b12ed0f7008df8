import { describe, expect, test } from 'vitest';
import { describeHands } from './describe-hands.ts';

const say = (before: string[], after: string[]) =>
  describeHands({ before, after, me: 'ana', nameOf: (id) => id.toUpperCase() });

describe(describeHands, () => {
  test('names who raised a hand, and how many are up', () => {
    expect(say([], ['ben'])).toBe('BEN raised a hand. 1 in the queue.');
    expect(say(['ana'], ['ana', 'ben', 'cleo'])).toBe('BEN and CLEO raised a hand. 3 in the queue.');
  });

  test('tells the listener how the queue moves', () => {
    expect(say(['ben', 'cleo', 'ana'], ['cleo', 'ana'])).toBe('You are number 2 in the queue.');
    expect(say(['cleo', 'ana'], ['ana'])).toBe('You are next.');
  });

  test('says when the last hand goes down, and nothing of what the listener does', () => {
    expect(say(['ben'], [])).toBe('All hands are down.');
    expect([say([], ['ana']), say(['ana'], []), say(['ben'], ['ben', 'ana']), say([], [])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
