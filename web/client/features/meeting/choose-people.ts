export interface Person {
  identity: string;
  isLocal: boolean;
  joinedAtMs: number;
  /** 0 before the first word. */
  lastSpokeAtMs: number;
}

/**
 * Who is on stage: everyone, or oneself and those who spoke last where there are more than `limit`. The order is by
 * joining, so that nobody moves while people talk.
 */
export function choosePeople<P extends Person>(
  people: readonly P[],
  limit: number,
): { shown: P[]; hidden: number } {
  const bySpeech = people.toSorted(
    (a, b) =>
      Number(b.isLocal) - Number(a.isLocal) ||
      b.lastSpokeAtMs - a.lastSpokeAtMs ||
      a.joinedAtMs - b.joinedAtMs,
  );
  const chosen = bySpeech.slice(0, limit);
  const shown = chosen.sort(
    (a, b) =>
      Number(b.isLocal) - Number(a.isLocal) ||
      a.joinedAtMs - b.joinedAtMs ||
      (a.identity < b.identity ? -1 : 1),
  );
  return { shown, hidden: people.length - shown.length };
}
