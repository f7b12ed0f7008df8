import { createRandom } from '../rehearsal/random.ts';

/** `worker` takes its jobs with it; `job` is the one process that hears the meeting. */
export const targets = ['worker', 'job', 'web', 'postgres', 'runner'] as const;
export type Target = (typeof targets)[number];

export interface Kill {
  /** Counts from 1. */
  run: number;
  targets: Target[];
  /** Into the flow of lines. */
  delayMs: number;
}

/** Every fourth kill hits two parts at once. */
const pairEvery = 4;
const longestDelayMs = 5_000;
/** Short meetings: ending one is part of what must hold. */
const killsPerMeeting = 8;

/** The kills of each meeting, the same for the same seed. Every target comes up before any comes up again. */
export function planKills(runs: number, seed: number): Kill[][] {
  const random = createRandom(seed);
  const bag: Target[] = [];
  const draw = (): Target => {
    if (bag.length === 0) bag.push(...shuffle([...targets], random));
    return bag.pop() ?? 'web';
  };
  const drawOther = (first: Target): Target => {
    const others = targets.filter((target) => part(target) !== part(first));
    return others[Math.floor(random() * others.length)] ?? 'web';
  };
  const kills = Array.from({ length: runs }, (_, index): Kill => {
    const first = draw();
    const isPair = (index + 1) % pairEvery === 0;
    const delayMs = Math.round(random() * longestDelayMs);
    return { run: index + 1, targets: isPair ? [first, drawOther(first)] : [first], delayMs };
  });
  const meetings = Math.ceil(runs / killsPerMeeting);
  return Array.from({ length: meetings }, (_, meeting) =>
    kills.filter((_, index) => index % meetings === meeting),
  );
}

/** A worker and its jobs are one part: killing both is killing the worker. */
function part(target: Target): string {
  return target === 'job' ? 'worker' : target;
}

function shuffle<T>(items: T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
