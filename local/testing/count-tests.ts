import type { TestModule } from 'vitest/node';

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A file that fails outside its tests, and an error that nobody caught, count as one failed test each. */
export function countTests(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): TestCounts {
  const counts: TestCounts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
  for (const module of modules) {
    const before = counts.failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'pending') counts.skipped += 1;
      else counts[state] += 1;
    }
    if (!module.ok() && counts.failed === before) counts.failed += 1;
  }
  return counts;
}

export function formatCounts({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Nothing that failed, and something that ran. */
export function isSuccess({ passed, failed }: TestCounts): boolean {
  return failed === 0 && passed > 0;
}
