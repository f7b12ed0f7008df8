import { describe, expect, it } from 'vitest';
import { cutPassages, type PassageLine } from './passages.ts';

const line = (seq: number, words: number, over: Partial<PassageLine> = {}): PassageLine => ({
  epoch: 1,
  seq,
  speakerName: seq % 2 ? 'Ana' : 'Ben',
  startMs: seq * 5_000,
  endMs: seq * 5_000 + 4_000,
  text: Array.from({ length: words }, (_, n) => `w${seq}x${n}`).join(' '),
  ...over,
});
const seqs = (lines: PassageLine[]) => cutPassages(lines).map((each) => each.lines.map(({ seq }) => seq));

describe(cutPassages, () => {
  it('has nothing of nothing, and one piece of little', () => {
    expect(cutPassages([])).toEqual([]);
    expect(cutPassages([line(1, 3), line(2, 2)])[0]?.text).toBe('Ana: w1x0 w1x1 w1x2\nBen: w2x0 w2x1');
  });

  it('has every line, in order, and repeats the last two of a piece in the next', () => {
    const lines = Array.from({ length: 20 }, (_, n) => line(n + 1, 20));
    expect(seqs(lines)).toEqual([
      [1, 2, 3, 4, 5, 6],
      [5, 6, 7, 8, 9, 10],
      [9, 10, 11, 12, 13, 14],
      [13, 14, 15, 16, 17, 18],
      [17, 18, 19, 20],
    ]);
  });

  it('never cuts a line, and repeats no long one', () => {
    expect(seqs([line(1, 500), line(2, 10), line(3, 150), line(4, 3)])).toEqual([[1], [2, 3], [4]]);
  });

  it('cuts where nobody spoke for a while', () => {
    const later = line(6, 20, { startMs: 200_000, endMs: 204_000 });
    expect(seqs([line(1, 20), line(2, 20), line(3, 20), later])).toEqual([
      [1, 2, 3],
      [2, 3, 6],
    ]);
  });

  it('gives the same words the same hash', () => {
    const [a] = cutPassages([line(1, 5)]);
    const [b] = cutPassages([line(1, 5, { seq: 9, startMs: 7 })]);
    expect(a?.hash).toBe(b?.hash);
  });
});
