/** Quieter than this shows as nothing: the noise of a room. */
const floorDb = -55;
/** As loud as speech close to the microphone gets. */
const ceilingDb = -12;

/** Loudness of samples between -1 and 1 as a share of the meter, 0 to 1, even steps for even decibels. */
export function levelOf(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length + 1e-12);
  return Math.min(1, Math.max(0, (decibels - floorDb) / (ceilingDb - floorDb)));
}
