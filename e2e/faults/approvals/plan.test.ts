import { describe, expect, it } from 'vitest';
import { planHistories } from './plan.ts';

describe(planHistories, () => {
  it('repeats itself for the same seed only', () => {
    expect(planHistories(50, 7)).toEqual(planHistories(50, 7));
    expect(planHistories(50, 7)).not.toEqual(planHistories(50, 8));
  });

  it('stops at every message of the work, before it and after it', () => {
    const first = planHistories(200, 1).flatMap(({ stops }) => stops.slice(0, 1));
    const seen = new Set(first.map(({ message, when }) => `${message} ${when}`));
    expect(seen.size).toBe(200);
    expect(seen).toContain('1 before');
    expect(seen).toContain('100 after');
  });

  it('has histories of every kind', () => {
    const scenes = planHistories(200, 1).flatMap((history) => history.scenes);
    const has = (test: (scene: (typeof scenes)[number]) => boolean) => expect(scenes.some(test)).toBe(true);
    has(({ answers }) => answers.length === 0);
    has(({ answers }) => answers.length > 2);
    has(({ proposedTwice }) => proposedTwice);
    has(({ answers }) => answers.some(({ by, decision }) => by === 'other' && decision === 'approve'));
    expect(new Set(scenes.map(({ tool }) => tool)).size).toBe(4);
  });
});
