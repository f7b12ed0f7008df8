import { describe, expect, it } from 'vitest';
import { resample } from './resample.ts';

const tone = (hertz: number, rate: number, seconds = 0.5) =>
  Float32Array.from({ length: rate * seconds }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));

/** Root mean square without the edges, where the kernel reaches past the end. */
function level(samples: Float32Array): number {
  const inner = samples.subarray(200, -200);
  return Math.sqrt(inner.reduce((sum, sample) => sum + sample * sample, 0) / inner.length);
}

describe(resample, () => {
  it.each([
    [8_000, 16_000],
    [24_000, 16_000],
    [44_100, 16_000],
    [48_000, 16_000],
    [44_100, 24_000],
    [47_999, 16_000],
  ])('keeps a 1 kHz tone as it is from %i to %i Hz', (from, to) => {
    const output = resample(tone(1_000, from), from, to);
    const expected = tone(1_000, to);
    expect(output.length).toBe(to / 2);
    const error = level(output.map((sample, i) => sample - (expected[i] ?? 0)));
    expect(error).toBeLessThan(0.002);
  });

  it('removes what the lower rate cannot hold instead of folding it into speech', () => {
    expect(level(resample(tone(11_000, 48_000), 48_000, 16_000))).toBeLessThan(0.001);
    expect(level(resample(tone(9_000, 24_000), 24_000, 16_000))).toBeLessThan(0.001);
  });

  it('keeps silence silent, constants constant and empty input empty', () => {
    expect(resample(new Float32Array(300), 24_000, 16_000).every((sample) => sample === 0)).toBe(true);
    const constant = resample(new Float32Array(2_000).fill(0.5), 44_100, 16_000);
    expect(constant.subarray(200, -200).every((sample) => Math.abs(sample - 0.5) < 1e-4)).toBe(true);
    expect(resample(new Float32Array(0), 24_000, 16_000)).toHaveLength(0);
  });

  it('hands back the same samples when the rates are equal', () => {
    const samples = tone(300, 16_000);
    expect(resample(samples, 16_000, 16_000)).toBe(samples);
  });
});
