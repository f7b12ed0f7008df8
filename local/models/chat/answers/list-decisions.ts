import type { ReadLine } from './read-lines.ts';

/**
 * What was decided, in order, each once: of two lines about the same, one that merely led to the other goes. Two
 * lines are about the same when they share half of the words of the shorter one.
 */
export function listDecisions(lines: readonly ReadLine[]): ReadLine[] {
  const kept: ReadLine[] = [];
  for (const line of [...lines].reverse()) {
    if (line.decides !== null && !kept.some((later) => isAboutSame(line, later))) kept.unshift(line);
  }
  return kept;
}

function isAboutSame(a: ReadLine, b: ReadLine): boolean {
  const [less = new Set<string>(), more = new Set<string>()] = [new Set(a.terms), new Set(b.terms)].sort(
    (x, y) => x.size - y.size,
  );
  const shared = [...less].filter((term) => more.has(term)).length;
  return less.size > 0 && shared >= Math.max(1, less.size / 2) && (shared > 1 || less.size === 1);
}
