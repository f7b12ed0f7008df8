import type { Stop } from './life.ts';

const mostLives = 3;
/** Real processes do all of the work in about this time. */
const longestLifeMs = 1_500;

/**
 * Where the lives of each history end: the first ones go through all messages of the work, before each and after each,
 * as evenly as there are runs; the later ones fall anywhere.
 */
export function planStops({
  runs,
  messages,
  random,
}: {
  runs: number;
  messages: number;
  random: () => number;
}): Stop[][] {
  const anyStop = (): Stop => ({
    message: 1 + Math.floor(random() * messages),
    when: random() < 0.5 ? 'before' : 'after',
    afterMs: Math.round(random() * longestLifeMs),
  });
  return Array.from({ length: runs }, (_, index) => {
    const place = Math.floor((index * messages * 2) / runs) % (messages * 2);
    const first: Stop = {
      message: 1 + Math.floor(place / 2),
      when: place % 2 === 0 ? 'before' : 'after',
      afterMs: Math.round(((index + random()) / runs) * longestLifeMs),
    };
    return [first, ...Array.from({ length: Math.floor(random() * mostLives) }, anyStop)];
  });
}
