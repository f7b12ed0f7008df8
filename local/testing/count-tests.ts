import type { TestModule } from 'vitest/node';
import { z } from 'zod';

const count = z.number().int().min(0);
export const testCountsSchema = z.object({ passed: count, failed: count, skipped: count });
export type TestCounts = z.infer<typeof testCountsSchema>;

/** What is read of vitest's modules. */
export type CountableModule = {
  children: { allTests(): Iterable<{ result(): { state: 'passed' | 'failed' | 'skipped' | 'pending' } }> };
} & Pick<TestModule, 'ok'>;

/** A file that fails outside its tests, and an error that nobody caught, count as one failed test each. */
export function countTests(
  modules: readonly CountableModule[],
  unhandledErrors: readonly unknown[],
): TestCounts {
  const counts: TestCounts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
  for (const module of modules) {
    let failed = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'failed') failed += 1;
      else counts[state === 'passed' ? 'passed' : 'skipped'] += 1;
    }
    counts.failed += failed === 0 && !module.ok() ? 1 : failed;
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
