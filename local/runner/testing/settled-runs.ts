import { expect, vi } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { listRuns, type RunRow } from './test-runner.ts';

/** Waits until `count` runs have ended and none is queued, and returns all. */
export async function settledRuns(database: Database, count: number, timeoutMs = 10_000): Promise<RunRow[]> {
  return vi.waitFor(
    async () => {
      const runs = await listRuns(database);
      expect(runs.map((run) => run.status)).toEqual(
        Array.from({ length: count }, () => expect.stringMatching(/completed|failed/)),
      );
      return runs;
    },
    { timeout: timeoutMs, interval: 20 },
  );
}
