import { describe, expect, test } from 'vitest';
import type { LineView } from '../../../../lib/line-messages.ts';
import { buildLineView } from '../lines/testing.ts';
import { countFigures, coverStretches } from './figures.ts';

let seq = 0;
function say(who: 'Ana' | 'Ben', startMs: number, endMs: number, text = 'one two three'): LineView {
  seq += 1;
  return buildLineView({ seq, speaker: `par_${who}`, speakerName: who, startMs, endMs, text });
}

const of = (lines: LineView[], name: string, lengthMs = 60_000) =>
  countFigures(lines, [], lengthMs).speakers.find((each) => each.name === name);

describe(countFigures, () => {
  test('shares the talk out, and puts first who talked most', () => {
    const { speakers, spokenMs, silenceMs } = countFigures(
      [say('Ana', 0, 5_000), say('Ben', 10_000, 25_000)],
      [],
      60_000,
    );
    expect(speakers.map(({ name, talkMs, share }) => [name, talkMs, share])).toEqual([
      ['Ben', 15_000, 0.75],
      ['Ana', 5_000, 0.25],
    ]);
    expect([spokenMs, silenceMs]).toEqual([20_000, 40_000]);
  });

  test('counts time once in which two speak, and takes none for silence in which nobody listened', () => {
    const lines = [say('Ana', 0, 10_000), say('Ben', 5_000, 15_000)];
    const gaps = [
      { startMs: 12_000, endMs: 20_000 },
      { startMs: 50_000, endMs: null },
    ];
    expect(countFigures(lines, gaps, 60_000)).toMatchObject({ spokenMs: 15_000, silenceMs: 30_000 });
  });

  test('counts words per minute, but not of somebody who hardly spoke', () => {
    expect(of([say('Ana', 0, 30_000, "I don't know, 12 of them - well.")], 'Ana')?.pace).toBe(14);
    expect(of([say('Ana', 0, 1_000)], 'Ana')?.pace).toBeNull();
  });

  test('counts questions, however loudly they are asked', () => {
    expect(of([say('Ana', 0, 9_000, 'Really?? When? Good.')], 'Ana')?.questions).toBe(2);
  });

  test('counts a turn for each time that somebody takes the word', () => {
    const lines = [say('Ana', 0, 1), say('Ana', 2, 3), say('Ben', 4, 5), say('Ana', 6, 7)];
    expect([of(lines, 'Ana')?.turns, of(lines, 'Ben')?.turns]).toEqual([2, 1]);
  });

  test('measures the longest stretch over short pauses, not over long ones or other people', () => {
    const lines = [
      say('Ana', 0, 4_000),
      say('Ana', 6_000, 9_000),
      say('Ana', 20_000, 22_000),
      say('Ben', 23_000, 24_000),
      say('Ana', 24_500, 30_000),
    ];
    expect(of(lines, 'Ana')?.longestMs).toBe(9_000);
  });

  test('counts who began while somebody else spoke, not who was a moment early', () => {
    const lines = [
      say('Ana', 0, 5_000),
      say('Ben', 3_000, 6_000),
      say('Ana', 5_800, 9_000),
      say('Ben', 9_500, 9_900),
    ];
    expect([of(lines, 'Ana')?.overlaps, of(lines, 'Ben')?.overlaps]).toEqual([0, 1]);
  });

  test('leaves out what was not understood, and is empty for a silent meeting', () => {
    const unheard = { ...say('Ana', 0, 5_000), kind: 'unheard' as const };
    expect(countFigures([unheard], [], 9_000)).toEqual({ speakers: [], spokenMs: 0, silenceMs: 9_000 });
  });
});

describe(coverStretches, () => {
  test('says how much of each stretch somebody spoke, twice at once only once', () => {
    const spans = [
      { startMs: 500, endMs: 1_500 },
      { startMs: 900, endMs: 1_200 },
      { startMs: 3_000, endMs: 9_000 },
    ];
    expect(coverStretches(spans, 4_000, 4)).toEqual([0.5, 0.5, 0, 1]);
  });

  test('is empty for a meeting without length', () => {
    expect(coverStretches([], 0, 3)).toEqual([0, 0, 0]);
  });
});
