import { describe, expect, it } from 'vitest';
import { findSpeech, isSpoken, loudnessOf, packStretches, windowMs } from './find-speech.ts';

/** Loudness over time: `[level, ms]` one after the other. */
const levels = (...parts: [number, number][]) =>
  parts.flatMap(([level, ms]) => new Array<number>(Math.round(ms / windowMs)).fill(level));

describe(loudnessOf, () => {
  it('is the same for a tone at any rate, and 0 for silence', () => {
    const tone = (rate: number) =>
      Int16Array.from({ length: rate }, (_, i) => 10_000 * Math.sin((2 * Math.PI * 300 * i) / rate));
    expect(loudnessOf(tone(16_000), 16_000)[3]).toBeCloseTo(7_071, -1);
    expect(loudnessOf(tone(48_000), 48_000)).toHaveLength(34);
    expect(loudnessOf(new Int16Array(960), 16_000)).toEqual([0, 0]);
  });
});

describe(findSpeech, () => {
  it('finds sentences over the noise of a room, pauses between words included', () => {
    const found = findSpeech(
      levels([80, 3_000], [900, 1_500], [80, 300], [700, 1_200], [80, 3_900], [600, 900]),
    );
    expect(found).toEqual([
      { fromMs: 2_750, untilMs: 6_250 },
      { fromMs: 9_650, untilMs: 11_050 },
    ]);
  });

  it('finds nothing in silence, steady noise or a knock', () => {
    expect(findSpeech(levels([0, 60_000]))).toEqual([]);
    expect(findSpeech(levels([300, 60_000]))).toEqual([]);
    expect(findSpeech(levels([20, 5_000], [5_000, 60], [20, 5_000]))).toEqual([]);
    expect(findSpeech([])).toEqual([]);
  });

  it('is not fooled by the digital silence of a microphone that is off', () => {
    expect(findSpeech(levels([0, 50_000], [200, 2_000], [1_500, 1_000], [200, 2_000]))).toHaveLength(1);
  });
});

describe(packStretches, () => {
  it('fills pieces up to their length and never cuts where someone speaks, unless it must', () => {
    const stretches = [
      { fromMs: 0, untilMs: 4_000 },
      { fromMs: 5_000, untilMs: 9_000 },
      { fromMs: 9_500, untilMs: 12_000 },
    ];
    expect(packStretches(stretches, 10_000)).toEqual([
      { fromMs: 0, untilMs: 9_000 },
      { fromMs: 9_500, untilMs: 12_000 },
    ]);
    expect(packStretches([{ fromMs: 1_000, untilMs: 26_000 }], 10_000)).toEqual([
      { fromMs: 1_000, untilMs: 11_000 },
      { fromMs: 11_000, untilMs: 21_000 },
      { fromMs: 21_000, untilMs: 26_000 },
    ]);
    expect(packStretches([], 10_000)).toEqual([]);
  });
});

describe(isSpoken, () => {
  it('doubts words where hardly anything was loud', () => {
    const stretches = [{ fromMs: 1_000, untilMs: 2_000 }];
    expect(isSpoken({ fromMs: 900, untilMs: 2_500 }, stretches)).toBe(true);
    expect(isSpoken({ fromMs: 5_000, untilMs: 7_000 }, stretches)).toBe(false);
    expect(isSpoken({ fromMs: 0, untilMs: 10_000 }, stretches)).toBe(false);
  });
});
