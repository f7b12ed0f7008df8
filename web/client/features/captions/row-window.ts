/** Rows rendered at first, and added each time someone scrolls up to the first of them. */
export const windowStep = 200;

/** First row to render. `held` is where the window began when the person left the live end; null at the live end. */
export function windowStart(rows: number, held: number | null): number {
  return held === null ? Math.max(0, rows - windowStep) : Math.min(held, rows);
}

/** The window after scrolling to its top. */
export function widenWindow(start: number): number {
  return Math.max(0, start - windowStep);
}
