export interface Percentiles {
  p50: number | null;
  p95: number | null;
  max: number | null;
}

/** The smallest value that at least `share` of all values do not exceed (nearest rank); null without values. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** Rounded to whole milliseconds. */
export function summariseLatency(values: readonly number[]): Percentiles {
  const rounded = values.map((value) => Math.round(value));
  return { p50: percentile(rounded, 0.5), p95: percentile(rounded, 0.95), max: percentile(rounded, 1) };
}
