import { describe, expect, test } from 'vitest';
import { buildInterim, buildLine, buildPage } from './testing.ts';
import { listItems, type SpokenItem, selectCaptions, startsTurn } from './transcript-items.ts';
import { emptyTranscript, foldTranscript } from './transcript-state.ts';

function buildItem(change: Partial<SpokenItem> = {}): SpokenItem {
  return {
    kind: 'speech',
    key: 'seg_1',
    speaker: 'par_ana',
    speakerName: 'Ana',
    startMs: 0,
    line: '1.1',
    text: 'hello',
    ...change,
  };
}
const stateWith = (page = buildPage([])) => foldTranscript(emptyTranscript, { type: 'page', page });

describe(listItems, () => {
  test('puts lines, interim text and gaps in one order', () => {
    const gap = { id: 'gap_1', startMs: 1_500, endMs: 1_800, reason: 'agent_lost' };
    const stored = stateWith(buildPage([buildLine({ seq: 1 }), buildLine({ seq: 2 })], { gaps: [gap] }));
    const interim = buildInterim({ segmentId: 'seg_x', startMs: 2_500 });
    const state = foldTranscript(stored, {
      type: 'caption',
      caption: { type: 'interim', interim },
      atMs: 0,
    });
    expect(listItems(state).map((item) => item.kind)).toEqual(['speech', 'gap', 'speech', 'interim']);
  });

  test('keeps the key of a row when its text settles', () => {
    const interim = buildInterim({ segmentId: 'seg_1_1' });
    const before = foldTranscript(emptyTranscript, {
      type: 'caption',
      caption: { type: 'interim', interim },
      atMs: 0,
    });
    const after = foldTranscript(before, {
      type: 'caption',
      caption: { type: 'final', line: buildLine() },
      atMs: 0,
    });
    expect(listItems(after).map((item) => item.key)).toEqual(listItems(before).map((item) => item.key));
  });

  test('gives two lines of one segment keys of their own', () => {
    const lines = [buildLine({ seq: 1, segmentId: 'seg_a' }), buildLine({ seq: 2, segmentId: 'seg_a' })];
    const keys = listItems(stateWith(buildPage(lines))).map((item) => item.key);
    expect(new Set(keys).size).toBe(2);
  });

  test('marks speech that was not understood', () => {
    const [item] = listItems(stateWith(buildPage([buildLine({ kind: 'gap', text: 'no answer' })])));
    expect(item).toMatchObject({ kind: 'unheard', text: 'no answer' });
  });
});

describe(selectCaptions, () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((key) => buildItem({ key }));

  test('takes the newest three of those that moved a moment ago, oldest first', () => {
    const recent = new Map(items.map((item, index) => [item.key, index]));
    expect(selectCaptions(items, recent).map((item) => item.key)).toEqual(['c', 'd', 'e']);
  });

  test('keeps who is speaking, and then the words of it, whoever said a word meanwhile', () => {
    const yes = ['b', 'c', 'd'].map((key, index) => buildItem({ key, startMs: 1_000 + index }));
    const recent = new Map([['a', 9], ...yes.map(({ key }, index) => [key, index] as const)]);
    const speaking = buildItem({ key: 'a', kind: 'interim' });
    expect(selectCaptions([speaking, ...yes], new Map(recent).set('a', 0)).map(({ key }) => key)).toEqual([
      'a',
      'c',
      'd',
    ]);
    expect(selectCaptions([buildItem({ key: 'a' }), ...yes], recent).map(({ key }) => key)).toEqual([
      'a',
      'c',
      'd',
    ]);
  });

  test('leaves out rows that came with a page', () => {
    expect(selectCaptions(items, new Map([['b', 0]])).map((item) => item.key)).toEqual(['b']);
    expect(selectCaptions(items, new Map())).toEqual([]);
  });
});

describe(startsTurn, () => {
  test('leaves out numbers without words, of what was said off the record', () => {
    const lines = [buildLine({ seq: 1 }), buildLine({ seq: 2, kind: 'gap', segmentId: 'off-record-1-2' })];
    expect(listItems(stateWith(buildPage(lines)))).toHaveLength(1);
  });

  test('names the speaker at the first row, at another speaker and after a gap', () => {
    const gap = { kind: 'gap', key: 'gap_1', startMs: 0, endMs: 1, reason: 'agent_lost' } as const;
    expect(startsTurn(buildItem(), undefined)).toBe(true);
    expect(startsTurn(buildItem(), buildItem())).toBe(false);
    expect(startsTurn(buildItem(), buildItem({ speaker: 'par_ben' }))).toBe(true);
    expect(startsTurn(buildItem(), gap)).toBe(true);
  });

  test('names the speaker again after a minute, so that the time is shown', () => {
    expect(startsTurn(buildItem({ startMs: 60_000 }), buildItem())).toBe(false);
    expect(startsTurn(buildItem({ startMs: 60_001 }), buildItem())).toBe(true);
  });

  test('tells two people of the same name apart', () => {
    expect(startsTurn(buildItem({ speaker: 'par_1' }), buildItem({ speaker: 'par_2' }))).toBe(true);
  });
});
