import { describe, expect, it } from 'vitest';
import { createRandom } from '../../rehearsal/random.ts';
import { planStops } from './plan-stops.ts';

const plan = (runs: number, seed = 1) => planStops({ runs, messages: 100, random: createRandom(seed) });
const firstOf = (stops: ReturnType<typeof plan>) =>
  new Set(stops.flatMap(([first]) => (first ? [`${first.message} ${first.when}`] : [])));

describe(planStops, () => {
  it('stops before and after every message where there are enough runs', () => {
    expect(firstOf(plan(200)).size).toBe(200);
    expect(firstOf(plan(600)).size).toBe(200);
  });

  it('goes evenly through them where there are fewer', () => {
    const messages = plan(20).map(([first]) => first?.message ?? 0);
    expect(messages[0]).toBe(1);
    expect(messages[10]).toBe(51);
  });

  it('repeats itself for the same seed only', () => {
    expect(plan(20)).toEqual(plan(20));
    expect(plan(20)).not.toEqual(plan(20, 2));
  });
});
