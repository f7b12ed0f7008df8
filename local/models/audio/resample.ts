/**
 * Sample rate conversion by a windowed sinc. The stop band starts at half the lower rate, so nothing folds
 * back into the speech band: cheap resamplers cost Moonshine words.
 */

/** Zero crossings on each side of the kernel's centre. */
const lobes = 16;
/** The pass band ends here, as a share of half the lower rate; the rest is the slope of the filter. */
const passBand = 0.92;
/** Rates with an odd ratio are placed on this grid; the error is far below 16-bit noise in speech. */
const maxPhases = 1_024;

interface Kernel {
  phases: number;
  /** Taps on each side. */
  reach: number;
  /** `phases` rows of `2 * reach` taps. */
  taps: Float32Array;
}

const kernels = new Map<string, Kernel>();

/** `samples` at `from` Hz as samples at `to` Hz; the same array when the rates are equal. */
export function resample(
  samples: Float32Array<ArrayBuffer>,
  from: number,
  to: number,
): Float32Array<ArrayBuffer> {
  if (from === to) return samples;
  const { phases, reach, taps } = kernelFor(from, to);
  const width = 2 * reach;
  const output = new Float32Array(Math.round((samples.length * to) / from));
  for (let i = 0; i < output.length; i += 1) {
    const position = (i * from) / to;
    let base = Math.floor(position);
    let phase = Math.round((position - base) * phases);
    if (phase === phases) {
      phase = 0;
      base += 1;
    }
    const first = base - reach + 1;
    const row = phase * width;
    const begin = Math.max(0, -first);
    const end = Math.min(width, samples.length - first);
    let sum = 0;
    for (let k = begin; k < end; k += 1) sum += (samples[first + k] ?? 0) * (taps[row + k] ?? 0);
    output[i] = sum;
  }
  return output;
}

function kernelFor(from: number, to: number): Kernel {
  const divisor = greatestCommonDivisor(from, to);
  const key = `${from / divisor}:${to / divisor}`;
  const known = kernels.get(key);
  if (known) return known;
  const made = createKernel(from, to, Math.min(to / divisor, maxPhases));
  kernels.set(key, made);
  return made;
}

function createKernel(from: number, to: number, phases: number): Kernel {
  const cutoff = passBand * Math.min(1, to / from);
  const reach = Math.ceil(lobes / cutoff);
  const taps = new Float32Array(phases * 2 * reach);
  for (let phase = 0; phase < phases; phase += 1) {
    const row = taps.subarray(phase * 2 * reach, (phase + 1) * 2 * reach);
    let sum = 0;
    for (let k = 0; k < row.length; k += 1) {
      const distance = k - reach + 1 - phase / phases;
      row[k] = sinc(cutoff * distance) * window(distance / reach);
      sum += row[k] ?? 0;
    }
    // Each row passes a constant unchanged, so no hum appears at the phase rate.
    for (let k = 0; k < row.length; k += 1) row[k] = (row[k] ?? 0) / sum;
  }
  return { phases, reach, taps };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Blackman window on -1..1: stop band below -70 dB. */
function window(x: number): number {
  if (Math.abs(x) >= 1) return 0;
  return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
