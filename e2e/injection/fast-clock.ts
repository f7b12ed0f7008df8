/** The pauses by which the AI participant tells a finished request from a pause for breath pass this much faster. */
const speed = 20;

/** A meeting's clock, milliseconds since its start. */
export function startClock(): { now: () => number } {
  const startedAt = performance.now();
  return { now: () => Math.round((performance.now() - startedAt) * speed) };
}
