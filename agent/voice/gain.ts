/** A volume that moves in a short ramp, because a jump is heard as a click. */
export interface Gain {
  /** Moves to `target` (1 is full volume) from the next sample on. */
  moveTo(target: number): void;
  /** Scales the samples in place. */
  apply(samples: Int16Array): void;
}

/** `rampSamples` is the way from silence to full volume. */
export function createGain(rampSamples: number): Gain {
  const step = 1 / rampSamples;
  let target = 1;
  let now = 1;
  return {
    moveTo(value) {
      target = value;
    },
    apply(samples) {
      if (now === 1 && target === 1) return;
      for (let i = 0; i < samples.length; i++) {
        if (now < target) now = Math.min(target, now + step);
        else if (now > target) now = Math.max(target, now - step);
        samples[i] = Math.round((samples[i] ?? 0) * now);
      }
    },
  };
}
