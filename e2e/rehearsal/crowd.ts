import type { Recording } from './folder.ts';
import { createRandom } from './random.ts';

/** The next person starts when so much of an utterance is left. */
const overlap = 0.45;
/** One person's breath between two utterances. */
const breathMs = 400;
/** How loud the speakers are, in the order in which they first speak; 0.08 is 22 dB down. */
const loudness = [1, 0.08, 0.3];
/** Hiss of a cheap microphone, 35 dB under the loudest sample of each file. */
const hiss = 10 ** (-35 / 20);

/** The same meeting as a crowd would hold it: people cut in, some sit far from the microphone, and it hisses. */
export function crowd(recording: Recording, seed: number): Recording {
  const random = createRandom(seed);
  const freeAtMs = new Map<string, number>();
  let nextMs = recording.utterances[0]?.startMs ?? 0;
  const utterances = recording.utterances.map((utterance) => {
    const lengthMs = (utterance.samples.length / recording.sampleRate) * 1_000;
    const startMs = Math.round(Math.max(nextMs, freeAtMs.get(utterance.speaker) ?? 0));
    nextMs = startMs + lengthMs * (1 - overlap);
    freeAtMs.set(utterance.speaker, startMs + lengthMs + breathMs);
    const position = recording.speakers.findIndex(({ id }) => id === utterance.speaker);
    return {
      ...utterance,
      startMs,
      samples: roughen(utterance.samples, loudness[position % 3] ?? 1, random),
    };
  });
  const endMs = Math.max(...freeAtMs.values());
  return {
    ...recording,
    title: `${recording.title}, all at once`,
    utterances,
    totalMs: Math.ceil(endMs + 1_000),
  };
}

function roughen(samples: Int16Array, gain: number, random: () => number): Int16Array {
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0) * gain;
  // Two uniform numbers make a triangular distribution, near enough to noise of a circuit.
  const noise = () => (random() + random() - 1) * peak * hiss;
  return samples.map((sample) => Math.max(-32_768, Math.min(32_767, Math.round(sample * gain + noise()))));
}
