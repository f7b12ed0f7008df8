import type { Recording } from './folder.ts';

/** Length of the frames that are handed to LiveKit. */
export const frameMs = 20;

/** What one speaker's microphone picks up over the whole meeting, cut into frames. */
export interface Playback {
  sampleRate: number;
  frameCount: number;
  /** The sound of one frame, null for silence. */
  frame(index: number): Int16Array | null;
  /** Beginnings and ends of voice inside one frame. */
  marks(index: number): VoiceMark[];
}

export interface VoiceMark {
  utterance: number;
  edge: 'first' | 'last';
  /** From the beginning of the frame. */
  offsetMs: number;
}

/** Lays a speaker's utterances on the meeting's time line. Where they overlap, they are mixed. */
export function createPlayback(recording: Recording, speaker: string): Playback {
  const { sampleRate } = recording;
  const frameSamples = (sampleRate * frameMs) / 1_000;
  const placed = recording.utterances
    .filter((utterance) => utterance.speaker === speaker)
    .map((utterance) => ({ ...utterance, from: Math.round((utterance.startMs * sampleRate) / 1_000) }));
  const marks = new Map<number, VoiceMark[]>();
  for (const { index, voiced, from } of placed) {
    if (!voiced) continue;
    for (const edge of ['first', 'last'] as const) {
      const at = from + voiced[edge];
      const frame = Math.floor(at / frameSamples);
      const offsetMs = ((at % frameSamples) * 1_000) / sampleRate;
      marks.set(frame, [...(marks.get(frame) ?? []), { utterance: index, edge, offsetMs }]);
    }
  }
  return {
    sampleRate,
    frameCount: Math.ceil(recording.totalMs / frameMs),
    frame(index) {
      const start = index * frameSamples;
      const audible = placed.filter(
        ({ from, samples }) => from < start + frameSamples && from + samples.length > start,
      );
      if (audible.length === 0) return null;
      return Int16Array.from({ length: frameSamples }, (_, i) => {
        const mixed = audible.reduce((sum, { from, samples }) => sum + (samples[start + i - from] ?? 0), 0);
        return Math.max(-32_768, Math.min(32_767, mixed));
      });
    },
    marks: (index) => marks.get(index) ?? [],
  };
}
