import { createRandom } from '../../rehearsal/random.ts';
import type { Break } from '../severable-way.ts';

export const effectKinds = ['recordDecision', 'createTask', 'sendFollowUpMail', 'scheduleMeeting'] as const;
export type EffectKind = (typeof effectKinds)[number];

/** What somebody answers; several answers of one proposal come at the same moment. */
export interface Answer {
  /** `other` was not asked, and must be refused. */
  by: 'approver' | 'other';
  decision: 'approve' | 'edit' | 'reject';
}

/** One proposal and what people do about it; without answers it expires. */
export interface Scene {
  tool: EffectKind;
  /** The model calls the tool again before anybody has answered. */
  proposedTwice: boolean;
  answers: Answer[];
}

/** Where a life of the process ends. */
export interface Stop extends Break {
  /** For real processes: this long after they serve. */
  afterMs: number;
}

export interface History {
  run: number;
  scenes: Scene[];
  /** One for each life but the last, which nothing ends. */
  stops: Stop[];
}

/** Two scenes send about so many messages; the first stops go through all of them, the later ones fall anywhere. */
const messages = 120;
const longestLifeMs = 900;
const mostLives = 4;

/** The histories of a seed, always the same. */
export function planHistories(runs: number, seed: number): History[] {
  const random = createRandom(seed);
  const pick = <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0];
  const anyStop = (): Stop => ({
    message: 1 + Math.floor(random() * messages),
    when: pick(['before', 'after']),
    afterMs: Math.round(random() * longestLifeMs),
  });
  const anyAnswer = (): Answer => ({
    by: pick(['approver', 'approver', 'approver', 'other']),
    decision: pick(['approve', 'approve', 'edit', 'reject']),
  });
  return Array.from({ length: runs }, (_, index): History => {
    const scenes = Array.from(
      { length: 2 },
      (): Scene => ({
        tool: pick(effectKinds),
        proposedTwice: random() < 0.3,
        answers: Array.from({ length: Math.floor(random() * 4) }, anyAnswer),
      }),
    );
    // The first always reaches an effect, so that every stop meets one.
    if (scenes[0]) scenes[0].answers.unshift({ by: 'approver', decision: 'approve' });
    const first: Stop = {
      ...anyStop(),
      message: 1 + (Math.floor(index / 2) % messages),
      when: index % 2 === 0 ? 'before' : 'after',
    };
    const later = Array.from({ length: Math.floor(random() * (mostLives - 1)) }, anyStop);
    return { run: index + 1, scenes, stops: [first, ...later] };
  });
}
