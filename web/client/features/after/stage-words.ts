import type { AfterStage, StageState, StageView } from '../../../../lib/summary.ts';

const names: Record<AfterStage, string> = {
  transcript: 'Transcript',
  recording: 'Recording',
  revision: 'Second pass',
  summary: 'Summary',
  mail: 'Mail',
  search: 'Search',
};

const working: Record<AfterStage, string> = {
  transcript: 'The last words are coming in.',
  recording: 'The sound is being prepared.',
  revision: 'The recording is listened to again, for better words.',
  summary: 'The summary is being written.',
  mail: 'The summary is being mailed.',
  search: 'The meeting is being made findable.',
};

const states: Record<StageState, string> = {
  waiting: 'Waits for its turn.',
  working: 'Being worked on.',
  done: 'Done.',
  failed: 'Failed.',
  skipped: 'Left out.',
};

export function nameOfStage(stage: AfterStage): string {
  return names[stage];
}

/** What the server says of it, else what its state says. */
export function describeStage({ stage, state, message }: StageView): string {
  if (message !== '') return message;
  return state === 'working' ? working[stage] : states[state];
}

export function isMoving({ state }: StageView): boolean {
  return state === 'waiting' || state === 'working';
}

/** What is going on now, in one sentence; null when nothing is. */
export function describeProgress(stages: readonly StageView[]): string | null {
  const current = stages.find(({ state }) => state === 'working') ?? stages.find(isMoving);
  return current ? working[current.stage] : null;
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
