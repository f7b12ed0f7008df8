import { AudioFrame, AudioResampler, AudioResamplerQuality } from '@livekit/rtc-node';
import type { Recording } from './folder.ts';
import { findVoicedRange } from './voiced.ts';

const highestRate = 48_000;

/**
 * The recording at a sample rate that a LiveKit track can carry. WebRTC takes 10 ms at a time, so 22,050 Hz and
 * the like, and rates above 48 kHz, are resampled to 48 kHz.
 */
export function makePlayable(recording: Recording): Recording {
  const { sampleRate } = recording;
  if (sampleRate % 100 === 0 && sampleRate <= highestRate) return recording;
  return {
    ...recording,
    sampleRate: highestRate,
    utterances: recording.utterances.map((utterance) => {
      const samples = resample(utterance.samples, sampleRate);
      return { ...utterance, samples, voiced: findVoicedRange(samples) };
    }),
  };
}

function resample(samples: Int16Array, sampleRate: number): Int16Array {
  const resampler = new AudioResampler(sampleRate, highestRate, 1, AudioResamplerQuality.HIGH);
  try {
    const frames = [
      ...resampler.push(new AudioFrame(samples, sampleRate, 1, samples.length)),
      ...resampler.flush(),
    ];
    return Int16Array.from(frames.flatMap((frame) => [...frame.data]));
  } finally {
    resampler.close();
  }
}
