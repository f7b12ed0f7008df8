import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { countTests } from './count-tests.ts';

/** Names the file in which `npm test` expects the counts, as JSON. */
export const countsFileVariable = 'PARLEY_TEST_COUNTS';

/** A vitest reporter: leaves the counts for whoever started the run. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env[countsFileVariable];
    if (file) writeFileSync(file, JSON.stringify(countTests(modules, unhandledErrors)));
  }
}
