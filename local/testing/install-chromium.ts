import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLogTail } from '../log-files.ts';
import type { OnProgress } from '../progress.ts';
import { runGuarded } from '../run-guarded.ts';
import { findChromium } from './chromium.ts';

/** Installs Chromium where that is a matter of one command: Debian, as root. Returns what is missing, or null. */
export async function ensureChromium(onProgress: OnProgress, signal: AbortSignal): Promise<string | null> {
  if (findChromium()) return null;
  const advice =
    'Chromium was not found, so the browser tests are skipped: install it (Debian: apt-get install chromium), ' +
    'or set CHROMIUM_PATH to a Chromium or Chrome.';
  if (process.env.CHROMIUM_PATH || !existsSync('/etc/debian_version') || process.getuid?.() !== 0)
    return advice;
  const logFile = join(tmpdir(), 'apt-get.log');
  try {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      if (!(await runAptGet(args, logFile, onProgress, signal))) {
        return `${advice}\napt-get ${args[0]} failed:\n${await readLogTail(logFile, 5)}`;
      }
    }
  } finally {
    await rm(logFile, { force: true });
  }
  return findChromium() ? null : advice;
}

async function runAptGet(
  args: string[],
  logFile: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<boolean> {
  const exit = await runGuarded({
    command: 'apt-get',
    args,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    logFile,
    // dpkg must not be cut off in the middle of a package.
    stopPlan: [{ signal: 'SIGINT', waitMs: 60_000 }],
    signal,
    onTick: () => onProgress({ task: `apt-get ${args[0]} (Chromium for the browser tests)` }),
  });
  return exit.code === 0;
}
