import { windowMs } from './segmenter.ts';

/** Silero's own threshold for "still speech". */
const voicedProbability = 0.35;
/** After so much silence it is over, as for the segmenter's pause. */
const silentMs = 250;

/**
 * Counts how long somebody has been using their voice, in milliseconds, without the pauses between words. Takes
 * the windows of a track one by one; 0 when nobody speaks. `isSpeech` is the segmenter's opinion: it leaves out
 * clicks.
 */
export function createVoicedRun(): (isSpeech: boolean, probability: number) => number {
  let voiced = 0;
  let silent = 0;
  return (isSpeech, probability) => {
    if (probability > voicedProbability) {
      voiced += 1;
      silent = 0;
    } else {
      silent += 1;
      if (silent * windowMs >= silentMs || !isSpeech) voiced = 0;
    }
    return isSpeech ? voiced * windowMs : 0;
  };
}
