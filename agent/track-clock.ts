export interface TrackClock {
  /** Notes that `window` (counted from 1) was heard at `nowMs`. */
  tick(window: number, nowMs: number, inSpeech: boolean): void;
  /** When a window began, in ms on the clock that `tick` was given. */
  timeOf(window: number): number;
}

/** Windows arrive in bursts; a later one than expected by this much means that audio was missing in between. */
const missingMs = 500;

/**
 * Tells when a window of a track was spoken: wall clock at an anchor plus the count of windows since. The anchor
 * follows the earliest arrival, since a window can be late but never early, and moves on where audio is missing.
 */
export function createTrackClock(windowMs: number): TrackClock {
  let anchorWindow = 0;
  let anchorMs: number | null = null;
  const timeOf = (window: number) =>
    Math.max(0, Math.round((anchorMs ?? 0) + (window - anchorWindow) * windowMs));
  return {
    tick(window, nowMs, inSpeech) {
      const startedMs = nowMs - windowMs;
      const expected = anchorMs === null ? null : anchorMs + (window - 1 - anchorWindow) * windowMs;
      const early = expected !== null && startedMs < expected;
      const missing = expected !== null && startedMs > expected + missingMs && !inSpeech;
      if (expected === null || early || missing) {
        anchorWindow = window - 1;
        anchorMs = startedMs;
      }
    },
    timeOf,
  };
}
