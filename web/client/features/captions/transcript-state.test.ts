import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TranscriptLine } from '../../../../lib/messages.ts';
import { buildInterim, buildLine, buildPage } from './testing.ts';
import { listItems } from './transcript-items.ts';
import {
  captionLifetimeMs,
  emptyTranscript,
  findHole,
  foldTranscript,
  interimLifetimeMs,
  type TranscriptEvent,
} from './transcript-state.ts';

const fold = (...events: TranscriptEvent[]) => events.reduce(foldTranscript, emptyTranscript);
const final = (line: TranscriptLine): TranscriptEvent => ({
  type: 'caption',
  caption: { type: 'final', line },
  atMs: 0,
});
const interim = (change: Parameters<typeof buildInterim>[0] = {}, atMs = 0): TranscriptEvent => ({
  type: 'caption',
  caption: { type: 'interim', interim: buildInterim(change) },
  atMs,
});
const page = (...lines: TranscriptLine[]): TranscriptEvent => ({ type: 'page', page: buildPage(lines) });
const texts = (state: ReturnType<typeof fold>) => state.lines.map((line) => line.text);

describe(foldTranscript, () => {
  test('sorts lines by start time, then by epoch and number', () => {
    const state = fold(
      final(buildLine({ seq: 1, startMs: 5_000, text: 'c' })),
      final(buildLine({ seq: 2, startMs: 1_000, text: 'a' })),
      page(
        buildLine({ epoch: 2, seq: 1, startMs: 5_000, text: 'd' }),
        buildLine({ seq: 3, startMs: 2_000, text: 'b' }),
      ),
    );
    expect(texts(state)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('shows a line once when it comes live and again with a page', () => {
    expect(texts(fold(final(buildLine()), page(buildLine()), final(buildLine())))).toEqual(['line 1.1']);
  });

  test('lets the stored line win over the live one, whichever comes first', () => {
    const live = final(buildLine({ text: 'live' }));
    const stored = page(buildLine({ text: 'stored' }));
    expect(texts(fold(live, stored))).toEqual(['stored']);
    expect(texts(fold(stored, live))).toEqual(['stored']);
  });

  test('replaces interim text by its final line', () => {
    const state = fold(interim({ text: 'so we' }), final(buildLine({ text: 'So we ship.' })));
    expect(state.interims).toEqual([]);
    expect(texts(state)).toEqual(['So we ship.']);
  });

  test('ignores interim text that comes after its final line', () => {
    expect(fold(final(buildLine()), interim()).interims).toEqual([]);
  });

  test('shows the latest interim text of a segment', () => {
    const state = fold(interim({ text: 'so we' }), interim({ text: 'so we ship' }));
    expect(state.interims.map((item) => item.text)).toEqual(['so we ship']);
  });

  test('keeps interim texts of several people apart, by start time', () => {
    const state = fold(
      interim({ segmentId: 'seg_b', startMs: 2_000, text: 'second' }),
      interim({ segmentId: 'seg_a', startMs: 1_000, text: 'first' }),
    );
    expect(state.interims.map((item) => item.text)).toEqual(['first', 'second']);
  });

  test('takes interim text away when its segment came to nothing', () => {
    const dropped: TranscriptEvent = {
      type: 'caption',
      caption: { type: 'dropped', epoch: 1, segmentId: 'seg_1_1' },
      atMs: 0,
    };
    expect(fold(interim(), dropped, interim()).interims).toEqual([]);
  });

  test('takes interim text away when its agent left or was replaced', () => {
    const replaced = fold({ type: 'agents', epochs: [1] }, interim(), { type: 'agents', epochs: [2] });
    expect(replaced.interims).toEqual([]);
    expect(replaced.newestEpoch).toBe(2);
    expect(fold(interim(), { type: 'agents', epochs: [] }).interims).toEqual([]);
  });

  test('knows the newest epoch also when its agent is gone', () => {
    const state = fold({ type: 'agents', epochs: [4, 3] }, { type: 'agents', epochs: [] });
    expect(state.newestEpoch).toBe(4);
  });

  test('stays the same object when it is told again which agents are here', () => {
    const state = fold({ type: 'agents', epochs: [4] });
    expect(foldTranscript(state, { type: 'agents', epochs: [4] })).toBe(state);
  });

  test('ignores interim text of an epoch that is not the newest', () => {
    expect(fold({ type: 'agents', epochs: [1, 2] }, interim({ epoch: 1 })).interims).toEqual([]);
  });

  test('takes interim text away that nobody touched for a long time', () => {
    const state = fold(interim({}, 1_000), { type: 'tick', atMs: 1_000 + interimLifetimeMs - 1 });
    expect(state.interims).toHaveLength(1);
    expect(foldTranscript(state, { type: 'tick', atMs: 1_000 + interimLifetimeMs }).interims).toEqual([]);
  });

  test('remembers for a moment which segments were captioned live, not those of a page', () => {
    const state = fold(page(buildLine({ seq: 1 })), interim({ segmentId: 'seg_1_2' }, 1_000));
    expect([...state.recent.keys()]).toEqual(['seg_1_2']);
    const later = foldTranscript(state, { type: 'tick', atMs: 1_000 + captionLifetimeMs });
    expect(later.recent.size).toBe(0);
  });

  test('changes nothing, not even the object, when nothing is new', () => {
    const state = fold(page(buildLine()));
    expect(foldTranscript(state, final(buildLine())).lines).toBe(state.lines);
    expect(foldTranscript(state, { type: 'tick', atMs: 5 })).toBe(state);
  });

  test('takes the gaps of the newest page', () => {
    const gap = { id: 'gap_1', startMs: 0, endMs: null, reason: 'agent_late' };
    const open = fold({ type: 'page', page: buildPage([], { gaps: [gap] }) });
    expect(open.gaps).toEqual([gap]);
    expect(foldTranscript(open, page()).gaps).toEqual([]);
  });
});

describe('any order and any number of repeats', () => {
  const lines = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 12 })), {
      selector: ([epoch, seq]) => `${epoch}.${seq}`,
      maxLength: 25,
    })
    .chain((keys) =>
      fc.tuple(
        ...keys.map(([epoch, seq]) =>
          fc.integer({ min: 0, max: 6 }).map((start) => buildLine({ epoch, seq, startMs: start * 1_000 })),
        ),
      ),
    );

  test('gives the same lines, epochs and holes', () => {
    const story = lines.chain((all) =>
      fc.record({
        all: fc.constant(all),
        shuffled: fc.shuffledSubarray([...all, ...all], {
          minLength: all.length * 2,
          maxLength: all.length * 2,
        }),
        asPage: fc.infiniteStream(fc.boolean()),
      }),
    );
    fc.assert(
      fc.property(story, ({ all, shuffled, asPage }) => {
        const straight = fold(page(...all));
        const events = shuffled.map((line) => (asPage.next().value ? page(line) : final(line)));
        const mixed = fold(...events);
        expect(mixed.lines).toEqual(straight.lines);
        expect(mixed.newestEpoch).toBe(straight.newestEpoch);
        expect(findHole(mixed)).toEqual(findHole(straight));
        expect(listItems(mixed)).toEqual(listItems(straight));
      }),
    );
  });

  test('never shows interim text beside its final line', () => {
    const events = fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), fc.boolean())
        .map(([seq, isFinal]) =>
          isFinal ? final(buildLine({ seq })) : interim({ segmentId: `seg_1_${seq}` }),
        ),
    );
    fc.assert(
      fc.property(events, (given) => {
        const state = fold(...given);
        const keys = listItems(state).map((item) => item.key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe(findHole, () => {
  test('finds none while numbers follow each other, whatever epochs came before', () => {
    expect(
      findHole(fold(page(buildLine({ seq: 1 }), buildLine({ seq: 2 }), buildLine({ epoch: 3, seq: 1 })))),
    ).toBeNull();
  });

  test('finds lines that are missing at the start, and in the oldest epoch first', () => {
    expect(findHole(fold(final(buildLine({ seq: 2 }))))).toEqual({ epoch: 1, afterSeq: 0 });
    const two = fold(
      final(buildLine({ epoch: 2, seq: 5 })),
      page(buildLine({ seq: 1 }), buildLine({ seq: 3 })),
    );
    expect(findHole(two)).toEqual({ epoch: 1, afterSeq: 1 });
  });

  test('goes on behind a hole that was given up', () => {
    const state = fold(page(buildLine({ seq: 1 }), buildLine({ seq: 3 }), buildLine({ seq: 5 })));
    const next = foldTranscript(state, { type: 'gave-up', epoch: 1, afterSeq: 1 });
    expect(findHole(next)).toEqual({ epoch: 1, afterSeq: 3 });
  });

  test('does not give up a hole that was filled meanwhile', () => {
    const state = fold(page(buildLine({ seq: 1 }), buildLine({ seq: 2 }), buildLine({ seq: 4 })));
    expect(foldTranscript(state, { type: 'gave-up', epoch: 1, afterSeq: 1 })).toBe(state);
  });
});
