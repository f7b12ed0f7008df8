import type { AfterStage, StageState, StageView } from '../../../../lib/summary.ts';
import { isMoving } from './stage-poll.ts';

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

/** What is going on now, in one sentence; null when nothing is. */
export function describeProgress(stages: readonly StageView[]): string | null {
  const current = stages.find(({ state }) => state === 'working') ?? stages.find(isMoving);
  return current ? working[current.stage] : null;
}
