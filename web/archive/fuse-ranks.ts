/** Reciprocal rank fusion: what several lists have near their top comes first (Cormack, Clarke and Buettcher, SIGIR 2009). */
const damping = 60;

/** Keys of all lists, the best first. */
export function fuseRanks(lists: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>();
  for (const list of lists) {
    list.forEach((key, rank) => {
      scores.set(key, (scores.get(key) ?? 0) + 1 / (damping + rank + 1));
    });
  }
  return [...scores].sort(([, a], [, b]) => b - a).map(([key]) => key);
}
