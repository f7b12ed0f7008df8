/** Pictures of a few seconds. */
export interface Pace {
  /** That the camera gave, of those that were wanted. */
  given: number;
  /** With their background hidden. */
  drawn: number;
}

/** With fewer, the page is hidden or the camera stands still: that says nothing about the computer. */
const fewest = 10;
/** Below it the picture stutters. */
const enough = 0.6;
/** One slow moment is a program that starts, or the first pictures. */
const patience = 3;

/** How many times in a row the computer was too slow, after another few seconds. */
export function countSlow(before: number, { given, drawn }: Pace): number {
  if (given < fewest) return before;
  return drawn < given * enough ? before + 1 : 0;
}

export const isTooSlow = (slow: number): boolean => slow >= patience;
