import type { Recording } from '../rehearsal/folder.ts';
import { createPlayback, type Playback } from '../rehearsal/playback.ts';

/** Short sentences make more lines. */
const longestMs = 3_500;
/** Enough silence for each sentence to become a line of its own. */
const pauseMs = 900;

/** One speaker's short sentences over and over, without end. */
export function createTalk(recording: Recording, speaker: string, random: () => number): Playback {
  const sentences = recording.utterances
    .filter((utterance) => utterance.speaker === speaker)
    .map((utterance) => ({ utterance, lengthMs: (utterance.samples.length / recording.sampleRate) * 1_000 }))
    .filter(({ lengthMs }) => lengthMs <= longestMs);
  let atMs = Math.round(random() * 1_000);
  const utterances = sentences.map(({ utterance, lengthMs }) => {
    const startMs = atMs;
    // Not quite regular, so that the speakers do not keep step.
    atMs += Math.ceil(lengthMs + pauseMs + random() * 300);
    return { ...utterance, startMs };
  });
  const round = createPlayback({ ...recording, utterances, totalMs: atMs }, speaker);
  return {
    sampleRate: recording.sampleRate,
    frameCount: Number.POSITIVE_INFINITY,
    frame: (index) => round.frame(index % round.frameCount),
    marks: (index) => round.marks(index % round.frameCount),
  };
}
