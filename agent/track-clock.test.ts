import { describe, expect, it } from 'vitest';
import { createTrackClock } from './track-clock.ts';

describe(createTrackClock, () => {
  it('counts windows from the first arrival', () => {
    const clock = createTrackClock(32);
    clock.tick(1, 1_032, false);
    expect(clock.timeOf(0)).toBe(1_000);
    expect(clock.timeOf(10)).toBe(1_320);
  });

  it('is not moved by a window that comes late', () => {
    const clock = createTrackClock(32);
    clock.tick(1, 1_032, false);
    clock.tick(2, 1_300, false);
    expect(clock.timeOf(2)).toBe(1_064);
  });

  it('corrects itself when the first window was the late one', () => {
    const clock = createTrackClock(32);
    clock.tick(1, 1_232, false);
    clock.tick(2, 1_064, false);
    expect(clock.timeOf(2)).toBe(1_064);
  });

  it('moves on when the track was silent on the wire for a while, but not in the middle of speech', () => {
    const clock = createTrackClock(32);
    clock.tick(1, 1_032, false);
    clock.tick(2, 9_064, true);
    expect(clock.timeOf(2)).toBe(1_064);
    clock.tick(3, 9_096, false);
    expect(clock.timeOf(2)).toBe(9_064);
  });
});
