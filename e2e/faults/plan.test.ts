import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planKills, targets } from './plan.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe(planKills, () => {
  it('plans every kill once, over a few meetings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), seeds, (runs, seed) => {
        const meetings = planKills(runs, seed);
        const kills = meetings.flat().map(({ run }) => run);
        expect(kills.toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: runs }, (_, index) => index + 1),
        );
        expect(Math.max(...meetings.map((meeting) => meeting.length))).toBeLessThanOrEqual(8);
        expect(Math.min(...meetings.map((meeting) => meeting.length))).toBeGreaterThan(0);
      }),
    );
  });

  it('repeats itself for the same seed only', () => {
    expect(planKills(50, 7)).toEqual(planKills(50, 7));
    expect(planKills(50, 7)).not.toEqual(planKills(50, 8));
  });

  it('hits every part, and two at once in every fourth kill', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const kills = planKills(20, seed).flat();
        for (const target of targets) {
          expect(kills.filter((kill) => kill.targets[0] === target)).toHaveLength(4);
        }
        expect(kills.filter((kill) => kill.targets.length === 2)).toHaveLength(5);
      }),
    );
  });

  it('never pairs a part with itself', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { targets: hit } of planKills(40, seed).flat()) {
          expect(new Set(hit.map((target) => (target === 'job' ? 'worker' : target))).size).toBe(hit.length);
        }
      }),
    );
  });
});
