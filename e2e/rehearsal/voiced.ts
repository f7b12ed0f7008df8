/** Louder than this share of the file's peak counts as voice. */
const threshold = 0.02;

/** Indexes of the first and last voiced sample; null when the sound is silent all through. */
export interface VoicedRange {
  first: number;
  last: number;
}

/** Where the voice begins and ends in a recording: samples above 2 % of the recording's own peak. */
export function findVoicedRange(samples: Int16Array): VoicedRange | null {
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
  if (peak === 0) return null;
  const isVoiced = (sample: number) => Math.abs(sample) > peak * threshold;
  return { first: samples.findIndex(isVoiced), last: samples.findLastIndex(isVoiced) };
}
