import { describe, expect, test } from 'vitest';
import { levelOf } from './microphone-level.ts';

const tone = (amplitude: number) =>
  Float32Array.from({ length: 1_024 }, (_, index) => amplitude * Math.sin(index / 5));

describe(levelOf, () => {
  test('is nothing for silence and for the noise of a room', () => {
    expect(levelOf(new Float32Array(1_024))).toBe(0);
    expect(levelOf(tone(0.001))).toBe(0);
    expect(levelOf(new Float32Array(0))).toBe(0);
  });

  test('grows with the voice and ends at one', () => {
    const levels = [0.01, 0.05, 0.2].map((amplitude) => levelOf(tone(amplitude)));
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(levels[0]).toBeGreaterThan(0);
    expect(levelOf(tone(1))).toBe(1);
  });
});
