/** The data folder of an embedded Postgres and its password. */
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLogTail } from './log-files.ts';
import type { PostgresUser } from './postgres-user.ts';
import { runGuarded } from './run-guarded.ts';

export interface ClusterOptions {
  /** Holds `data`, the password and the log of the making. */
  folder: string;
  data: string;
  /** The program. */
  initdb: string;
  user: PostgresUser;
  signal?: AbortSignal;
}

/** Returns the password. The cluster appears under its name only when it is complete. */
export async function readOrMakeCluster({
  folder,
  data,
  initdb,
  user,
  signal,
}: ClusterOptions): Promise<string> {
  const passwordFile = join(folder, 'password');
  const isComplete = await stat(join(data, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  if (isComplete) return (await readFile(passwordFile, 'utf8')).trim();

  const password = randomBytes(24).toString('base64url');
  const unfinished = `${data}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await user.own(passwordFile);
  const logFile = join(folder, 'initdb.log');
  await rm(logFile, { force: true });
  // Without these flags the encoding follows the environment and may be SQL_ASCII.
  const command = user.command(initdb, [
    `--pgdata=${unfinished}`,
    '--username=parley',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ]);
  const exit = await runGuarded({
    ...command,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    cwd: folder,
    logFile,
    stopPlan: [{ signal: 'SIGTERM', waitMs: 2_000 }],
    signal,
  });
  if (exit.code !== 0) {
    throw new Error(`Postgres could not make its data folder:\n${await readLogTail(logFile, 10)}`);
  }
  await rename(unfinished, data);
  return password;
}
