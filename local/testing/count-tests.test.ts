import { describe, expect, it } from 'vitest';
import { type CountableModule, countTests, formatCounts, isSuccess } from './count-tests.ts';

type State = 'passed' | 'failed' | 'skipped' | 'pending';

function createModule(states: State[], isOk = !states.includes('failed')): CountableModule {
  return {
    ok: () => isOk,
    children: { allTests: () => states.map((state) => ({ result: () => ({ state }) })) },
  };
}

describe(countTests, () => {
  it('sums the tests of all files; what never ran counts as skipped', () => {
    const modules = [createModule(['passed', 'failed', 'skipped']), createModule(['passed', 'pending'])];
    expect(countTests(modules, [])).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  it('counts a file that could not be loaded, and an error that nobody caught', () => {
    expect(countTests([createModule([], false)], [])).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countTests([createModule(['passed'])], [new Error('late')])).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });
});

describe(isSuccess, () => {
  it('wants at least one test that passed and none that failed', () => {
    expect(isSuccess({ passed: 1, failed: 0, skipped: 5 })).toBe(true);
    expect(isSuccess({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
    expect(isSuccess({ passed: 0, failed: 0, skipped: 9 })).toBe(false);
  });
});

describe(formatCounts, () => {
  it('is the last line of npm test', () => {
    expect(formatCounts({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped');
  });
});
