import { describe, expect, test } from 'vitest';
import { buildLine } from '../captions/testing.ts';
import { isMuchMissed, missedWords } from './missed.ts';

const tenMinutes = 600_000;
const talk = (count: number, change: Parameters<typeof buildLine>[0] = {}) =>
  Array.from({ length: count }, (_, index) => buildLine({ seq: index + 1, ...change }));

describe(isMuchMissed, () => {
  test('is true for who comes after some minutes of talk', () => {
    expect(isMuchMissed(tenMinutes, talk(10))).toBe(true);
  });

  test.each([
    ['who was there before', null, talk(50)],
    ['who comes at the beginning', 60_000, talk(50)],
    ['a meeting in which next to nothing was said', tenMinutes, talk(9)],
    ['what is said from now on', tenMinutes, talk(50, { startMs: tenMinutes })],
    ['what the AI participant said by itself', tenMinutes, talk(50, { speaker: 'ai-mtg_1-1' })],
    ['what was not understood, or off the record', tenMinutes, talk(50, { kind: 'gap' })],
  ])('is false for %s', (_, missedMs, lines) => {
    expect(isMuchMissed(missedMs, lines)).toBe(false);
  });
});

describe(missedWords, () => {
  test.each([
    [125_000, '2 minutes'],
    [45 * 60_000, '45 minutes'],
    [55 * 60_000, 'hour'],
    [110 * 60_000, '2 hours'],
  ])('of %d ms is %s', (ms, words) => expect(missedWords(ms)).toBe(words));
});
