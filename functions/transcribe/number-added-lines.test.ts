import { describe, expect, it } from 'vitest';
import type { ParticipantId } from '../../lib/ids.ts';
import { numberAddedLines } from './number-added-lines.ts';

const line = (participantId: ParticipantId, startMs: number, endMs = startMs + 1_000) => ({
  participantId,
  startMs,
  endMs,
});

describe(numberAddedLines, () => {
  it('counts in order of time when nothing was there before', () => {
    const added = [line('par_b', 9_000), line('par_a', 1_000)];
    expect(numberAddedLines([], added).map(({ startMs, number }) => [startMs, number])).toEqual([
      [1_000, 1],
      [9_000, 2],
    ]);
  });

  it('keeps the numbers of lines that are said again, and gives new ones to new lines', () => {
    const known = [
      { ...line('par_a', 1_000), number: 1 },
      { ...line('par_b', 9_000), number: 2 },
    ];
    const added = [line('par_a', 400, 900), line('par_a', 1_200, 2_100), line('par_b', 8_900, 9_800)];
    expect(numberAddedLines(known, added).map(({ startMs, number }) => [startMs, number])).toEqual([
      [400, 3],
      [1_200, 1],
      [8_900, 2],
    ]);
  });

  it('takes somebody else at the same time for another line', () => {
    const known = [{ ...line('par_a', 1_000), number: 1 }];
    expect(numberAddedLines(known, [line('par_b', 1_000)])[0]?.number).toBe(2);
  });

  it('uses each number once', () => {
    const known = [{ ...line('par_a', 1_000, 5_000), number: 4 }];
    const numbers = numberAddedLines(known, [line('par_a', 1_000, 2_000), line('par_a', 3_000, 5_000)]);
    expect(numbers.map(({ number }) => number)).toEqual([4, 5]);
  });
});
