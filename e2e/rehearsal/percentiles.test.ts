import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile, summariseLatency } from './percentiles.ts';

describe(percentile, () => {
  it('takes the nearest rank, never a value in between', () => {
    const values = [15, 20, 35, 40, 50];
    expect([0.05, 0.3, 0.4, 0.5, 1].map((share) => percentile(values, share))).toEqual([15, 20, 20, 35, 50]);
  });

  it('takes the 19th of 20 values as the 95th percentile', () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect(percentile(values, 0.95)).toBe(19);
  });

  it('is one of the values, with enough of them at or below it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (values, percent) => {
          const found = percentile(values, percent / 100)!;
          expect(values).toContain(found);
          expect(values.filter((value) => value <= found).length * 100).toBeGreaterThanOrEqual(
            percent * values.length,
          );
        },
      ),
    );
  });
});

describe(summariseLatency, () => {
  it('is null where nothing was measured', () => {
    expect(summariseLatency([])).toEqual({ p50: null, p95: null, max: null });
  });

  it('rounds to whole milliseconds', () => {
    expect(summariseLatency([1.4, 2.6])).toEqual({ p50: 1, p95: 3, max: 3 });
  });
});
