import { describe, expect, test } from 'vitest';
import { buildLineView } from './testing.ts';
import { hasRevisions, listRows, rowAt } from './transcript-rows.ts';

const ben = { speaker: 'par_ben', speakerName: 'Ben' };
const gap = { id: 'gap_1', startMs: 2_500, endMs: 2_900, reason: 'agent_lost' };
const lines = [
  buildLineView({ seq: 1 }),
  buildLineView({ seq: 2 }),
  buildLineView({ seq: 3 }),
  buildLineView({ seq: 4, ...ben }),
  buildLineView({ epoch: 0, seq: 1, startMs: 4_500, liveText: null, source: 'recording', ...ben }),
];

describe(listRows, () => {
  test('puts gaps between the lines, and names speakers where they begin', () => {
    const rows = listRows(lines, [gap, { ...gap, id: 'gap_2', startMs: 90_000 }], 'final');
    expect(rows.map((row) => [row.key, row.kind === 'line' && row.startsTurn])).toEqual([
      ['1.1', true],
      ['1.2', false],
      ['gap_1', false],
      ['1.3', true],
      ['1.4', true],
      ['0.1', false],
      ['gap_2', false],
    ]);
  });

  test('names somebody again who goes on a minute later', () => {
    const rows = listRows([buildLineView(), buildLineView({ seq: 2, startMs: 61_001 })], [], 'final');
    expect(rows.map((row) => row.kind === 'line' && row.startsTurn)).toEqual([true, true]);
  });

  test('leaves out of the live wording what nobody heard live', () => {
    expect(listRows(lines, [], 'live').map(({ key }) => key)).toEqual(['1.1', '1.2', '1.3', '1.4']);
  });
});

describe(rowAt, () => {
  const rows = listRows(lines, [gap], 'final');
  test.each([
    [0, -1],
    [1_000, 0],
    [1_999, 0],
    [2_700, 1],
    [3_000, 3],
    [4_600, 5],
    [900_000, 5],
  ])('at %i ms it is row %i', (ms, index) => {
    expect(rowAt(rows, ms)).toBe(index);
  });

  test('is none where nobody said anything', () => {
    expect(rowAt([], 5)).toBe(-1);
    expect(rowAt(listRows([], [gap], 'final'), 5_000)).toBe(-1);
  });
});

describe(hasRevisions, () => {
  test('is true where a wording changed, or a recording added one', () => {
    expect(hasRevisions(lines.slice(0, 4))).toBe(false);
    expect(hasRevisions(lines)).toBe(true);
    expect(hasRevisions([buildLineView({ text: 'Now.', liveText: 'now' })])).toBe(true);
  });
});
