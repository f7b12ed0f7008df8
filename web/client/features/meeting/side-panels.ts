/** What can stand beside the stage. */
export const allSides = ['transcript', 'ask', 'chat', 'notes', 'polls', 'people'] as const;
export type Side = (typeof allSides)[number];

/** Of the panel's element. */
export const sideId = (side: Side) => `side-${side}`;

/** The panels after one more was opened: the one that was opened first makes room. */
export function openSide(open: readonly Side[], side: Side, most: number): Side[] {
  return [...open.filter((each) => each !== side), side].slice(-Math.max(1, most));
}

export function closeSide(open: readonly Side[], side: Side): Side[] {
  return open.filter((each) => each !== side);
}
