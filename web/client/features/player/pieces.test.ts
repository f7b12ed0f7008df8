import { describe, expect, test } from 'vitest';
import type { RecordingView } from '../../../../lib/recording-messages.ts';
import { findPlace, isRecorded, listPieces } from './pieces.ts';

const zeroMs = 1_000_000;
const whole = { skipMs: 0, isCut: false, hasPicture: false };

function recording(change: Partial<RecordingView> = {}): RecordingView {
  return {
    id: 'rec_1',
    status: 'complete',
    recorder: 'rtc',
    startedAtMs: zeroMs + 5_000,
    stoppedAtMs: null,
    problem: '',
    mix: { durationMs: 60_000, url: '/sound/1' },
    making: false,
    picture: null,
    files: [],
    ...change,
  };
}

const later = recording({
  id: 'rec_2',
  startedAtMs: zeroMs + 120_000,
  mix: { durationMs: 30_000, url: '/sound/2' },
});
const pieces = listPieces([later, recording()], zeroMs);

describe(listPieces, () => {
  test('puts recordings on the clock of the meeting, in order of time', () => {
    expect(pieces).toEqual([
      { id: 'rec_1', url: '/sound/1', startMs: 5_000, endMs: 65_000, ...whole },
      { id: 'rec_2', url: '/sound/2', startMs: 120_000, endMs: 150_000, ...whole },
    ]);
  });

  test('leaves out what has no sound of everyone yet, or none at all', () => {
    const silent = [
      recording({ mix: null }),
      recording({ startedAtMs: null }),
      recording({ mix: { durationMs: 0, url: '/sound/3' } }),
    ];
    expect(listPieces(silent, zeroMs)).toEqual([]);
  });

  test('keeps sound from before the first join on a negative clock', () => {
    expect(listPieces([recording({ startedAtMs: zeroMs - 200 })], zeroMs)[0]?.startMs).toBe(-200);
  });
});

describe(findPlace, () => {
  test.each([
    ['in the first piece', 6_500, { index: 0, offsetMs: 1_500 }],
    ['before everything, which is its start', 0, { index: 0, offsetMs: 0 }],
    ['between two, which is the start of the next', 65_000, { index: 1, offsetMs: 0 }],
    ['in the second piece', 149_999, { index: 1, offsetMs: 29_999 }],
    ['behind the last', 150_000, null],
  ])('%s', (_, ms, place) => {
    expect(findPlace(pieces, ms)).toEqual(place);
  });
});

describe(isRecorded, () => {
  test.each([
    [4_000, 5_000, false],
    [4_000, 5_001, true],
    [5_000, 6_000, true],
    [65_000, 66_000, false],
    [121_000, 122_000, true],
  ])('from %i to %i ms: %s', (startMs, endMs, recorded) => {
    expect(isRecorded(pieces, { startMs, endMs })).toBe(recorded);
  });
});
