/** How long a part must have been healthy for its earlier failures to be forgotten. */
export const forgivenAfterMs = 10_000;

/** At once after the first failure, then 0.25 s, doubling up to 5 s. */
export function restartDelayMs(failures: number): number {
  return failures <= 1 ? 0 : Math.min(250 * 2 ** (failures - 2), 5_000);
}

/** The count of failures in a row, after one more. `healthyForMs` is null when it never was healthy. */
export function countFailures(before: number, healthyForMs: number | null): number {
  return healthyForMs !== null && healthyForMs >= forgivenAfterMs ? 1 : before + 1;
}
