/** What goes into a file next: so many samples of silence, then these frames. */
export interface Placed {
  silence: number;
  frames: Int16Array[];
}

export interface SoundPlacer {
  /** Takes a frame whose last sample arrived at `nowMs`. Gives nothing while it finds out where a stretch begins. */
  push(frame: Int16Array, nowMs: number): Placed | null;
  /** What it still holds, then silence up to `nowMs`: a file ends when the recording does. */
  finish(nowMs: number): Placed;
}

/** Sound that comes later than the file by so much was interrupted: muted, unpublished, or lost on the way. */
const interruptedMs = 250;
/** Frames can be late, in bursts, and never early: of so much sound the earliest says when a stretch began. */
const settleMs = 300;

/**
 * Puts the sound of one person where it belongs in a file whose first sample is at `startMs`, whatever track it
 * comes from: contiguous while it flows, after silence where it was interrupted.
 */
export function createSoundPlacer(sampleRate: number, startMs: number): SoundPlacer {
  const samplesAt = (ms: number) => Math.max(0, Math.round(((ms - startMs) * sampleRate) / 1_000));
  const msOf = (samples: number) => (samples * 1_000) / sampleRate;
  let written = 0;
  let held: { frames: Int16Array[]; samples: number; beganMs: number } | null = {
    frames: [],
    samples: 0,
    beganMs: Number.POSITIVE_INFINITY,
  };

  const release = (): Placed => {
    if (!held || held.samples === 0) return { silence: 0, frames: [] };
    const silence = Math.max(0, samplesAt(held.beganMs) - written);
    written += silence + held.samples;
    const { frames } = held;
    held = null;
    return { silence, frames };
  };

  return {
    push(frame, nowMs) {
      if (!held) {
        const lateMs = msOf(samplesAt(nowMs) - written - frame.length);
        if (lateMs < interruptedMs) {
          written += frame.length;
          return { silence: 0, frames: [frame] };
        }
        held = { frames: [], samples: 0, beganMs: Number.POSITIVE_INFINITY };
      }
      held.frames.push(frame);
      held.samples += frame.length;
      held.beganMs = Math.min(held.beganMs, nowMs - msOf(held.samples));
      return msOf(held.samples) < settleMs ? null : release();
    },
    finish(nowMs) {
      const { silence, frames } = release();
      const rest = Math.max(0, samplesAt(nowMs) - written);
      written += rest;
      return frames.length > 0
        ? { silence, frames: [...frames, new Int16Array(rest)] }
        : { silence: rest, frames: [] };
    },
  };
}
