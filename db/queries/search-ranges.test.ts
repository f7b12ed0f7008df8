import { describe, expect, it } from 'vitest';
import { mergeRanges, type PendingRange } from './search-ranges.ts';

const range = (epoch: number | null, fromSeq = 0, toSeq = 0, meetingId = 'mtg_a'): PendingRange => ({
  meetingId: meetingId as PendingRange['meetingId'],
  epoch,
  fromSeq,
  toSeq,
});

describe(mergeRanges, () => {
  it('joins ranges that touch or overlap', () => {
    expect(mergeRanges([range(1, 4, 6), range(1, 1, 3), range(1, 5, 9)])).toEqual([range(1, 1, 9)]);
  });

  it('keeps epochs, meetings and holes apart', () => {
    const apart = [range(1, 1, 3), range(1, 5, 9), range(2, 4, 4), range(1, 4, 4, 'mtg_b')];
    expect(mergeRanges(apart)).toEqual(apart);
  });

  it('has the notes of a meeting once, apart from its lines', () => {
    expect(mergeRanges([range(null), range(0, 0, 4), range(null)])).toEqual([range(null), range(0, 0, 4)]);
  });
});
