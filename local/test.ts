/** `npm test`: gets what the tests need, runs all of them, and ends with one line of counts. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCLI, type Reporter, startVitest, type Vitest } from 'vitest/node';
import { buildClient } from './client-build.ts';
import { fetchWeights } from './engines.ts';
import { sharedFolder } from './folders.ts';
import { findLiveKit } from './livekit-binary.ts';
import { createProgressPrinter } from './progress-lines.ts';
import { listenForStop } from './stop-signals.ts';
import { countTests, formatCounts, isSuccess, type TestCounts } from './testing/count-tests.ts';
import { ensureChromium } from './testing/install-chromium.ts';

/** For tests to release what they hold after a signal; then their children's guards take over. */
const cancelTimeoutMs = 15_000;

let vitest: Vitest | undefined;
const printer = createProgressPrinter(process.stderr);
using stop = listenForStop(
  () => {
    void vitest?.cancelCurrentRun('keyboard-input');
    setTimeout(() => process.exit(130), cancelTimeoutMs).unref();
  },
  () => process.exit(130),
);

// One temporary folder for all tests, so that whatever they forget is removed with it. Postgres runs as another
// user when root tests, and must be able to enter.
const temporary = await mkdtemp(join(tmpdir(), 'parley-test-'));
await chmod(temporary, 0o755);
process.env.TMPDIR = temporary;
try {
  await prepare();
  const counts = await runTests(process.argv.slice(2));
  console.log(formatCounts(counts));
  process.exitCode = isSuccess(counts) && !stop.signal.aborted ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log(formatCounts({ passed: 0, failed: 1, skipped: 0 }));
  process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true, force: true });
  if (process.connected) process.disconnect();
}

async function prepare(): Promise<void> {
  const { report } = printer;
  const { signal } = stop;
  await findLiveKit({ env: process.env, sharedFolder, folder: temporary, onProgress: report, signal });
  await fetchWeights(report, signal);
  await buildClient({ onProgress: report, signal });
  const missing = await ensureChromium(report, signal);
  printer.finish();
  if (missing) console.error(missing);
}

async function runTests(args: string[]): Promise<TestCounts> {
  let counts: TestCounts = { passed: 0, failed: 0, skipped: 0 };
  const counter: Reporter = {
    onInit(instance) {
      vitest = instance;
    },
    onTestRunEnd(modules, unhandledErrors) {
      counts = countTests(modules, unhandledErrors);
    },
  };
  stop.signal.throwIfAborted();
  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const finished = await startVitest('test', filter, {
    ...options,
    watch: false,
    reporters: ['default', counter],
  });
  await finished.close();
  return counts;
}
