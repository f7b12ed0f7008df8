import { describe, expect, it } from 'vitest';
import type { Recording } from './folder.ts';
import { makePlayable } from './playable.ts';

const tone = (sampleRate: number): Recording => {
  const samples = Int16Array.from(
    { length: sampleRate },
    (_, i) => 10_000 * Math.sin((i * 2 * Math.PI * 440) / sampleRate),
  );
  const utterance = { index: 1, speaker: 'ana', file: '', startMs: 0, durationMs: 1_000, text: '' };
  return {
    title: '',
    sampleRate,
    speakers: [],
    totalMs: 1_000,
    utterances: [{ ...utterance, samples, voiced: { first: 0, last: samples.length - 1 } }],
  };
};

describe(makePlayable, () => {
  it.each([8_000, 16_000, 24_000, 44_100, 48_000])('leaves %i Hz as it is', (sampleRate) => {
    const recording = tone(sampleRate);
    expect(makePlayable(recording)).toBe(recording);
  });

  it.each([11_025, 22_050, 96_000])(
    'turns %i Hz into 48 kHz of the same length and loudness',
    (sampleRate) => {
      const playable = makePlayable(tone(sampleRate));
      const { samples, voiced } = playable.utterances[0]!;
      expect(playable.sampleRate).toBe(48_000);
      expect(samples.length / 48_000).toBeCloseTo(1, 1);
      expect(Math.max(...samples)).toBeGreaterThan(9_000);
      expect(Math.max(...samples)).toBeLessThan(11_000);
      expect(voiced!.last - voiced!.first).toBeGreaterThan(47_000);
    },
  );
});
