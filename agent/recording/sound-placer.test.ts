import { describe, expect, it } from 'vitest';
import { createSoundPlacer, type Placed } from './sound-placer.ts';

const rate = 1_000; // one sample is one millisecond
const startMs = 50_000;

/** A file of what was placed: 0 is silence. */
function createFile() {
  const samples: number[] = [];
  return {
    samples,
    add(placed: Placed | null) {
      if (!placed) return;
      samples.push(
        ...new Array<number>(placed.silence).fill(0),
        ...placed.frames.flatMap((each) => [...each]),
      );
    },
  };
}

/** 20 ms frames of one value, sent from `fromMs`, each arriving `lateMs(index)` after its last sample. */
function frames(value: number, fromMs: number, count: number, lateMs: (index: number) => number = () => 0) {
  return Array.from({ length: count }, (_, index) => ({
    frame: new Int16Array(20).fill(value),
    atMs: startMs + fromMs + (index + 1) * 20 + lateMs(index),
  }));
}

function place(stream: { frame: Int16Array; atMs: number }[], endMs: number): number[] {
  const placer = createSoundPlacer(rate, startMs);
  const file = createFile();
  for (const { frame, atMs } of stream) file.add(placer.push(frame, atMs));
  file.add(placer.finish(startMs + endMs));
  return file.samples;
}

const stretch = (samples: number[], value: number) => [
  samples.indexOf(value),
  samples.lastIndexOf(value) + 1,
];

describe(createSoundPlacer, () => {
  it('fills the time before, between and after stretches with silence', () => {
    const samples = place([...frames(1, 400, 50), ...frames(2, 3_000, 30)], 4_000);
    expect(samples).toHaveLength(4_000);
    expect(stretch(samples, 1)).toEqual([400, 1_400]);
    expect(stretch(samples, 2)).toEqual([3_000, 3_600]);
  });

  it('finds the beginning of a stretch whose first frames come late and together', () => {
    const late = (index: number) => Math.max(0, 180 - index * 20);
    expect(stretch(place(frames(1, 500, 50, late), 2_000), 1)).toEqual([500, 1_500]);
  });

  it('keeps sound together that only jitters', () => {
    const samples = place(
      frames(1, 0, 100, (index) => (index % 7) * 30),
      2_000,
    );
    expect(samples.every((sample) => sample === 1)).toBe(true);
    expect(samples).toHaveLength(2_000);
  });

  it('keeps what is shorter than it takes to settle', () => {
    expect(stretch(place(frames(1, 700, 3), 1_000), 1)).toEqual([700, 760]);
    expect(place([], 30)).toEqual(new Array(30).fill(0));
  });

  it('never cuts sound off, also when more came than time has passed', () => {
    expect(
      place(
        frames(1, 0, 100, () => -500),
        1_000,
      ),
    ).toHaveLength(2_000);
  });
});
