import type { AddedLine } from '../../db/queries/revisions.ts';

type Span = Pick<AddedLine, 'participantId' | 'startMs' | 'endMs'>;

/**
 * Numbers what only recordings have. A line that was there before keeps its number: people's corrections and
 * citations go by it. It is the same line when the same person speaks at the same time.
 */
export function numberAddedLines<L extends Span>(
  known: readonly (Span & { number: number })[],
  added: readonly L[],
): (L & { number: number })[] {
  const free = new Set(known);
  let last = Math.max(0, ...known.map(({ number }) => number));
  return added
    .toSorted((a, b) => a.startMs - b.startMs)
    .map((line) => {
      let best: (Span & { number: number }) | null = null;
      for (const each of free) {
        if (each.participantId === line.participantId && overlapMs(each, line) > overlapMs(best, line))
          best = each;
      }
      if (best) free.delete(best);
      else last += 1;
      return { ...line, number: best?.number ?? last };
    });
}

function overlapMs(known: Span | null, line: Span): number {
  return known ? Math.min(known.endMs, line.endMs) - Math.max(known.startMs, line.startMs) : 0;
}
