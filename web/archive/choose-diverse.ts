/** Maximal marginal relevance: good ones that do not say the same (Carbonell and Goldstein, SIGIR 1998). */

interface Choice<T> {
  /** From the best to the worst. */
  candidates: readonly T[];
  /** 0 to 1: how much two of them say the same. */
  likeness: (a: T, b: T) => number;
  count: number;
}

/** Share of relevance in the choice; the rest is how new something is. */
const relevance = 0.7;

/** In the order in which they were chosen: the best first. */
export function chooseDiverse<T>({ candidates, likeness, count }: Choice<T>): T[] {
  const left = candidates.map((candidate, rank) => ({
    candidate,
    worth: relevance * (1 - rank / candidates.length),
    alike: 0,
  }));
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0) {
    const best = left.reduce((a, b) => (marginal(b) > marginal(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    chosen.push(best.candidate);
    for (const each of left) each.alike = Math.max(each.alike, likeness(each.candidate, best.candidate));
  }
  return chosen;
}

const marginal = ({ worth, alike }: { worth: number; alike: number }) => worth - (1 - relevance) * alike;
