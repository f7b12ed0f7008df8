import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedUtterance, Recording } from './folder.ts';
import { createPlayback } from './playback.ts';
import { findVoicedRange } from './voiced.ts';

// 1,000 samples a second: a frame of 20 ms has 20 samples, and a sample lasts a millisecond.
const recording = (...sounds: { speaker?: string; startMs: number; samples: number[] }[]): Recording => ({
  title: '',
  sampleRate: 1_000,
  speakers: [],
  totalMs: 100,
  utterances: sounds.map(({ speaker = 'ana', startMs, samples }, index): RecordedUtterance => {
    const sound = Int16Array.from(samples);
    const voiced = findVoicedRange(sound);
    return { index, speaker, startMs, durationMs: 0, text: '', file: '', samples: sound, voiced };
  }),
});
const played = (source: Recording, speaker = 'ana') => {
  const playback = createPlayback(source, speaker);
  return Array.from({ length: playback.frameCount }, (_, index) => [
    ...(playback.frame(index) ?? new Int16Array(20)),
  ]).flat();
};

describe(createPlayback, () => {
  it('places sound at its time, across frames', () => {
    const track = played(recording({ startMs: 38, samples: [1, 2, 3, 4] }));
    expect(track).toHaveLength(100);
    expect(track.slice(37, 43)).toEqual([0, 1, 2, 3, 4, 0]);
  });

  it('is silence, not zeros, where nobody speaks', () => {
    const playback = createPlayback(recording({ startMs: 20, samples: [1] }), 'ana');
    expect([0, 1, 2].map((index) => playback.frame(index) === null)).toEqual([true, false, true]);
  });

  it('plays only its own speaker', () => {
    expect(played(recording({ startMs: 0, samples: [5] }), 'ben').every((sample) => sample === 0)).toBe(true);
  });

  it('mixes what overlaps, within range', () => {
    const track = played(
      recording({ startMs: 0, samples: [1, 30_000, 7] }, { startMs: 1, samples: [30_000, -8, 9] }),
    );
    expect(track.slice(0, 5)).toEqual([1, 32_767, -1, 9, 0]);
  });

  it('marks where voice begins and ends', () => {
    const playback = createPlayback(
      recording({ startMs: 30, samples: [0, 100, ...Array(20).fill(50), 0] }),
      'ana',
    );
    expect(playback.marks(1)).toEqual([{ utterance: 0, edge: 'first', offsetMs: 11 }]);
    expect(playback.marks(2)).toEqual([{ utterance: 0, edge: 'last', offsetMs: 11 }]);
    expect(playback.marks(3)).toEqual([]);
  });

  it('plays every sample once, wherever the utterance starts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.int16Array({ maxLength: 50 }), (startMs, sound) => {
        const track = played(recording({ startMs, samples: [...sound] }));
        expect(track.slice(startMs, startMs + sound.length)).toEqual([...sound]);
        expect(track.filter((sample) => sample !== 0)).toEqual([...sound].filter((sample) => sample !== 0));
      }),
    );
  });
});
