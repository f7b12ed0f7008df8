/** First retry after about this long, then twice as long each time, up to the ceiling. */
const firstMs = 250;
const maxMs = 60_000;

/** Milliseconds before try number `attempt + 1`; `random` (0 to 1) spreads them by a quarter either way. */
export function retryDelay(attempt: number, random: number): number {
  return Math.min(firstMs * 2 ** attempt, maxMs) * (0.75 + random / 2);
}
