import type { StageView } from '../../../../lib/summary.ts';

export function isMoving({ state }: StageView): boolean {
  return state === 'waiting' || state === 'working';
}

/** True when nothing goes on and nothing went wrong: there is nothing to tell. */
export function isSettledWell(stages: readonly StageView[]): boolean {
  return stages.every((stage) => !isMoving(stage) && stage.state !== 'failed');
}

const soonMs = 1_500;
const laterMs = 15_000;
/** So long after its last step something that still waits hangs: looking every second does not help it. */
const hangsAfterMs = 5 * 60_000;

/** How long to wait before looking again; false when nothing will change by itself. */
export function stagePollMs(stages: readonly StageView[] | undefined, nowMs: number): number | false {
  if (!stages?.some(isMoving)) return false;
  const latest = Math.max(...stages.map(({ changedAtMs }) => changedAtMs));
  return nowMs - latest > hangsAfterMs ? laterMs : soonMs;
}
