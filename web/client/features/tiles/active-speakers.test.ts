import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followVoices, nextChangeAtMs, noVoices, speakersIn, type Voices } from './active-speakers.ts';

/** Who shows after reports of `[at, ...who is heard]`, and at `untilMs`. */
function listen(reports: [number, ...string[]][], untilMs: number): string[] {
  let voices: Voices = noVoices;
  let heard: ReadonlySet<string> = new Set();
  const settle = (nowMs: number) => {
    for (let due = nextChangeAtMs(voices); due !== null && due <= nowMs; due = nextChangeAtMs(voices)) {
      voices = followVoices(voices, heard, due);
    }
  };
  for (const [atMs, ...names] of reports) {
    settle(atMs);
    heard = new Set(names);
    voices = followVoices(voices, heard, atMs);
  }
  settle(untilMs);
  return speakersIn(voices);
}

describe(followVoices, () => {
  test('shows a speaker after a quarter of a second', () => {
    expect(listen([[0, 'ana']], 249)).toEqual([]);
    expect(listen([[0, 'ana']], 250)).toEqual(['ana']);
  });

  test('shows nobody for a cough', () => {
    expect(listen([[0, 'ana'], [200]], 5_000)).toEqual([]);
  });

  test('keeps a speaker through pauses of less than a second', () => {
    expect(listen([[0, 'ana'], [400], [1_300, 'ana'], [1_700]], 2_600)).toEqual(['ana']);
    expect(listen([[0, 'ana'], [400]], 1_399)).toEqual(['ana']);
    expect(listen([[0, 'ana'], [400]], 1_400)).toEqual([]);
  });

  test('names who began first first, also after a pause', () => {
    expect(
      listen(
        [
          [0, 'ben'],
          [400, 'ben', 'ana'],
          [800, 'ana'],
          [1_200, 'ana', 'ben'],
        ],
        2_000,
      ),
    ).toEqual(['ben', 'ana']);
  });

  test('never changes anyone twice within the shorter of both times', () => {
    const report = fc.record({ waitMs: fc.integer({ min: 1, max: 1_500 }), on: fc.boolean() });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 30 }), (reports) => {
        let voices: Voices = noVoices;
        let atMs = 0;
        let shown = false;
        let changedAtMs = Number.NEGATIVE_INFINITY;
        const look = (nowMs: number) => {
          const now = speakersIn(voices).length > 0;
          if (now === shown) return;
          expect(nowMs - changedAtMs).toBeGreaterThanOrEqual(250);
          shown = now;
          changedAtMs = nowMs;
        };
        for (const { waitMs, on } of reports) {
          for (let step = 0; step < waitMs; step += 10) {
            voices = followVoices(voices, new Set(on ? ['ana'] : []), atMs + step);
            look(atMs + step);
          }
          atMs += waitMs;
        }
      }),
    );
  });
});

describe(nextChangeAtMs, () => {
  test('is nothing while everything shows as it is heard', () => {
    expect(nextChangeAtMs(noVoices)).toBe(null);
    const heard = followVoices(noVoices, new Set(['ana']), 0);
    expect(nextChangeAtMs(heard)).toBe(250);
    expect(nextChangeAtMs(followVoices(heard, new Set(['ana']), 250))).toBe(null);
  });
});
