import { describe, expect, test } from 'vitest';
import { createGain } from './gain.ts';

const loud = (length: number) => new Int16Array(length).fill(10_000);

describe(createGain, () => {
  test('leaves full volume as it is', () => {
    const samples = loud(4);
    createGain(100).apply(samples);
    expect([...samples]).toEqual([10_000, 10_000, 10_000, 10_000]);
  });

  test('goes down in steps, over as many samples as the ramp says, and stays', () => {
    const gain = createGain(10);
    gain.moveTo(0.5);
    const samples = loud(8);
    gain.apply(samples);
    expect([...samples]).toEqual([9_000, 8_000, 7_000, 6_000, 5_000, 5_000, 5_000, 5_000]);
  });

  test('goes on where the last frame ended, and comes back to full volume', () => {
    const gain = createGain(10);
    gain.moveTo(0);
    gain.apply(loud(4));
    gain.moveTo(1);
    const samples = loud(6);
    gain.apply(samples);
    expect([...samples]).toEqual([7_000, 8_000, 9_000, 10_000, 10_000, 10_000]);
  });
});
