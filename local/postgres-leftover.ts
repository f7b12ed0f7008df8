/** What a Postgres that was not stopped in order leaves in its data folder, and how to get past it. */
import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Stops a server that still runs in `dataFolder`, and removes a `postmaster.pid` whose number now belongs to
 * another program (Postgres would refuse to start because of it). Takes at most 10 s.
 */
export async function clearLeftoverPostgres(dataFolder: string): Promise<void> {
  const pidFile = join(dataFolder, 'postmaster.pid');
  const pid = parsePostmasterPid(await readFile(pidFile, 'utf8').catch(() => ''));
  if (pid === null) return;
  if (!isAlive(pid) || !(await isPostgresOf(pid, dataFolder))) {
    await rm(pidFile, { force: true });
    return;
  }
  // SIGINT: disconnect everyone and stop in order; SIGQUIT: stop now and recover at the next start.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    for (let tries = 0; tries < 50 && isAlive(pid); tries++) await delay(100);
    if (!isAlive(pid)) return;
  }
  throw new Error(`Another Postgres (process ${pid}) works in ${dataFolder} and does not stop.`);
}

/** The first line of `postmaster.pid`; null when there is none. */
export function parsePostmasterPid(text: string): number | null {
  const pid = Number(text.split('\n')[0]?.trim());
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

async function isPostgresOf(pid: number, dataFolder: string): Promise<boolean> {
  const command =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : await run('ps', ['-o', 'command=', '-p', String(pid)]).then(
          ({ stdout }) => stdout,
          () => '',
        );
  return command.includes('postgres') && command.includes(dataFolder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
