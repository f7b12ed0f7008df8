/** `npm test`: gets what the tests need, runs all of them, and ends with one line of counts. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient } from './client-build.ts';
import { fetchWeights } from './engines.ts';
import { sharedFolder } from './folders.ts';
import { findLiveKit } from './livekit-binary.ts';
import { createProgressPrinter } from './progress-lines.ts';
import { listenForStop } from './stop-signals.ts';
import { formatCounts, isSuccess } from './testing/count-tests.ts';
import { ensureChromium } from './testing/install-chromium.ts';
import { runVitest } from './testing/run-vitest.ts';

const printer = createProgressPrinter(process.stderr);
using stop = listenForStop(
  () => printer.finish(),
  // The guards of the children take over.
  () => process.exit(130),
);

// One temporary folder for all tests, so that whatever they forget is removed with it. Postgres runs as another
// user when root tests, and must be able to enter.
const temporary = await mkdtemp(join(tmpdir(), 'parley-test-'));
await chmod(temporary, 0o755);
try {
  await prepare();
  const { counts, exitCode } = await runVitest(process.argv.slice(2), temporary, stop.signal);
  const result = counts ?? { passed: 0, failed: 1, skipped: 0 };
  process.exitCode = isSuccess(result) && exitCode === 0 ? 0 : 1;
  console.log(formatCounts(result));
} catch (error) {
  printer.finish();
  if (!stop.signal.aborted) console.error(error instanceof Error ? error.message : error);
  console.log(formatCounts({ passed: 0, failed: 1, skipped: 0 }));
  process.exitCode = 1;
} finally {
  // An interrupted run is never a success, not even by Ctrl-C.
  if (stop.signal.aborted) process.exitCode = stop.exitCode() || 130;
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
