/** Set-up of each whole-system test file: when a test fails, what the browsers showed is printed below its name. */
import { afterEach } from 'vitest';
import { takeEvidence } from './page-evidence.ts';

afterEach(async ({ task }) => {
  for (const paragraph of await takeEvidence(task.result?.state === 'fail')) {
    process.stderr.write(`${paragraph}\n\n`);
  }
});
