/** Root mean square above which a frame counts as voice: 46 dB below full scale. Opus gives digital silence back. */
const loud = 160;
/** Shorter pauses are inside a sentence. */
const pauseMs = 300;

/** A stretch in which the AI participant was heard, in Unix milliseconds. */
export interface VoiceStretch {
  fromMs: number;
  /** End of its last loud frame so far. */
  toMs: number;
}

/** Finds the stretches of voice in frames that arrive in order; `stretches` grows while it is heard. */
export function createVoiceStretches(): {
  readonly stretches: readonly VoiceStretch[];
  add(samples: Int16Array, atMs: number): void;
} {
  const stretches: VoiceStretch[] = [];
  return {
    stretches,
    add(samples, atMs) {
      if (loudness(samples) < loud) return;
      const last = stretches.at(-1);
      if (last && atMs - last.toMs <= pauseMs) last.toMs = atMs;
      else stretches.push({ fromMs: atMs, toMs: atMs });
    },
  };
}

function loudness(samples: Int16Array): number {
  const squares = samples.reduce((sum, sample) => sum + sample * sample, 0);
  return Math.sqrt(squares / Math.max(1, samples.length));
}
