import type { StagePanel } from './stage-panels.ts';

/** How two panels share the stage: beside each other, or one above the other. */
export type Direction = 'columns' | 'rows';

/** Pixels: in less, panels beside each other are too narrow to read. */
const leastWidthForColumns = 560;

/** Whether a stage of `width` pixels leaves the direction to the person. */
export function isDirectionFree(width: number): boolean {
  return width >= leastWidthForColumns;
}

/** The direction of a stage of `width` x `height` pixels; `wanted` is the person's own choice, if any. */
export function directionOf(width: number, height: number, wanted: Direction | null): Direction {
  if (!isDirectionFree(width)) return 'rows';
  return wanted ?? (width > height * 1.3 ? 'columns' : 'rows');
}

/** Names two panels as the sizes of their split are remembered. */
export function pairOf([first, second]: readonly [StagePanel, StagePanel]): string {
  return `${first}+${second}`;
}

/** Percent of the first panel until the person drags it: people are looked at beside a screen, which is read. */
export function usualShare([, second]: readonly [StagePanel, StagePanel]): number {
  return second === 'people' ? 76 : 50;
}
