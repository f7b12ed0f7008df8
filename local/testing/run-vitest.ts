import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectFolder } from '../folders.ts';
import { spawnGuarded } from '../guarded-process.ts';
import { countsFileVariable } from './count-reporter.ts';
import { type TestCounts, testCountsSchema } from './count-tests.ts';
import { listProcessTree, stillRunning } from './process-tree.ts';

/** What tests start is stopped by its guards, within seconds of the death of the test. */
const guardsTimeoutMs = 15_000;

export interface VitestRun {
  /** Null when vitest ended before it could count. */
  counts: TestCounts | null;
  exitCode: number | null;
}

/** Runs vitest with `args`. An abort kills it, and waits until nothing that tests had started is left. */
export async function runVitest(args: string[], temporary: string, signal: AbortSignal): Promise<VitestRun> {
  signal.throwIfAborted();
  const countsFile = join(temporary, 'counts.json');
  const reporters = ['default', join(import.meta.dirname, 'count-reporter.ts')];
  const vitest = await spawnGuarded({
    command: process.execPath,
    args: [
      join(projectFolder, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...reporters.map((name) => `--reporter=${name}`),
      ...args,
    ],
    env: { ...process.env, TMPDIR: temporary, [countsFileVariable]: countsFile },
    cwd: projectFolder,
    logFile: null,
    stopPlan: [{ signal: 'SIGTERM', waitMs: 1_000 }],
  });
  const stop = async () => {
    const tree = await listProcessTree(vitest.pid);
    await vitest.stop();
    const deadline = Date.now() + guardsTimeoutMs;
    while (stillRunning(tree).length > 0 && Date.now() < deadline) await delay(100);
  };
  let stopped: Promise<void> | undefined;
  const onAbort = () => {
    stopped = stop();
  };
  signal.addEventListener('abort', onAbort);
  const { code } = await vitest.exited;
  signal.removeEventListener('abort', onAbort);
  await stopped;
  const text = await readFile(countsFile, 'utf8').catch(() => null);
  return { counts: text === null ? null : testCountsSchema.parse(JSON.parse(text)), exitCode: code };
}
