/** Turns a stretch of a recording into text: decode, resample, find speech, cut, transcribe. */

import { resample } from '../audio/resample.ts';
import { decodeMono, type WavFormat } from '../audio/wav.ts';
import { loadMoonshine, type Moonshine, speechRate } from './moonshine.ts';
import { type Piece, planPiece } from './plan-piece.ts';
import { speechSpans } from './speech-spans.ts';
import { loadVoiceActivity } from './voice-activity.ts';

export interface Stretch {
  format: WavFormat;
  /** At most `maxPieceSeconds` of samples in that format. */
  data: Uint8Array<ArrayBuffer>;
  /** No audio follows after this. */
  isLast: boolean;
}

export interface StretchText {
  /** Empty where nobody spoke. */
  text: string;
  /** Of the speech, from the start of the stretch. */
  startSeconds: number;
  endSeconds: number;
  /** Where the next stretch begins, in frames of the recording. */
  resumeAtFrame: number;
}

export interface TranscriberPaths {
  encoder: string;
  decoder: string;
  voiceActivity: string;
}

/** Everything is loaded and has run once, so the first caller does not pay for it. */
export async function loadTranscriber(
  paths: TranscriberPaths,
): Promise<(stretch: Stretch) => Promise<StretchText>> {
  const moonshine = await loadMoonshine(paths);
  const voiceActivity = await loadVoiceActivity(paths.voiceActivity);
  const second = new Float32Array(speechRate);
  await voiceActivity.probabilities(second);
  await moonshine.transcribe(second);

  return async ({ format, data, isLast }) => {
    const samples = resample(decodeMono(format, data), format.sampleRate, speechRate);
    const spans = speechSpans(await voiceActivity.probabilities(atSpeechLevel(samples)), samples.length);
    const { piece, resumeAt } = planPiece(samples, spans, isLast);
    return {
      text: piece ? await transcribe(moonshine, samples, piece) : '',
      startSeconds: (piece?.speech.start ?? 0) / speechRate,
      endSeconds: (piece?.speech.end ?? 0) / speechRate,
      resumeAtFrame: Math.ceil((resumeAt / speechRate) * format.sampleRate),
    };
  };
}

/** Speech shorter than this may well be a cough, of which there is nothing to write. */
const surelyWords = 0.4 * speechRate;

async function transcribe(moonshine: Moonshine, samples: Float32Array, piece: Piece): Promise<string> {
  const { start, end, speech } = piece;
  const text = await moonshine.transcribe(withSilence(samples.subarray(start, end), silenceAfter));
  if (text !== '' || speech.end - speech.start < surelyWords) return text;
  // Now and then a decoder ends before it begins; heard with other edges, the same sentence comes out.
  const tighter = samples.subarray(Math.max(start, speech.start - 0.05 * speechRate), end);
  return moonshine.transcribe(withSilence(tighter, 3 * silenceAfter));
}

/** Moonshine stumbles over audio that stops in the middle of a sound: 12.4 % of words against 1.8 % with this. */
const silenceAfter = 0.1 * speechRate;

function withSilence(samples: Float32Array, after: number): Float32Array {
  const padded = new Float32Array(samples.length + after);
  padded.set(samples);
  return padded;
}

/** The detector misses quiet voices; a peak of -6 dB is what it was trained on, more than 40 dB is noise. */
const speechPeak = 0.5;
const maxGain = 100;

function atSpeechLevel(samples: Float32Array): Float32Array {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  const gain = Math.min(maxGain, speechPeak / peak);
  return gain > 1 ? samples.map((sample) => sample * gain) : samples;
}
