import type { ReadLine } from './read-lines.ts';

/** The lines that settled something, in order: what was replaced later is not among them. */
export const listDecisions = (lines: readonly ReadLine[]): ReadLine[] =>
  lines.filter(({ decides }) => decides !== null);
