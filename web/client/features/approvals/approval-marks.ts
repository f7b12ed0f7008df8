/**
 * Marks of the browser's own timeline, for benchmarks and tests:
 * - measure `approval.painted`: from the agent's call to the first frame with the popup in it;
 * - measure `approval.decided`: from the click to web's answer.
 * Both carry `{ id }` of the proposal. Times are `performance.timeOrigin + startTime`.
 */

export function markRequested(id: string): void {
  performance.mark(`approval.requested:${id}`);
}

/** Call when the popup is in the document; returns how to call it off. */
export function measurePainted(id: string): () => void {
  if (performance.getEntriesByName(`approval.requested:${id}`).length === 0) return () => {};
  // The first frame is being made when this is called; the second begins when the first was handed over.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      measure('approval.painted', `approval.requested:${id}`, id);
      performance.clearMarks(`approval.requested:${id}`);
    });
  });
  return () => cancelAnimationFrame(frame);
}

export function markClicked(id: string): void {
  performance.mark(`approval.clicked:${id}`);
}

export function measureDecided(id: string): void {
  measure('approval.decided', `approval.clicked:${id}`, id);
}

function measure(name: string, start: string, id: string): void {
  performance.measure(name, { start, detail: { id } });
}
