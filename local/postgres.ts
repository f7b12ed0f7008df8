/** An embedded Postgres: made once in a folder, listening on loopback only, with a password of its own. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import postgres from 'postgres';
import type { Logger } from '../lib/logger.ts';
import { type GuardedProcess, type StopPlan, spawnGuarded } from './guarded-process.ts';
import { openPortMemory, type PortMemory } from './ports.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { clearLeftoverPostgres } from './postgres-leftover.ts';
import { choosePostgresUser, type PostgresUser } from './postgres-user.ts';

const run = promisify(execFile);
const database = 'parley';

/** Fast shutdown, then immediate shutdown (recovery at the next start). */
const stopPlan: StopPlan = [
  { signal: 'SIGINT', waitMs: 10_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
];

export interface PostgresOptions {
  /** Everything of this server: data, password, log, port. */
  folder: string;
  /** Where its port is remembered; a file in the folder when left out. */
  ports?: PortMemory;
  /** False trades safety at power loss for speed: for tests. */
  durable?: boolean;
  /** `postgres.log` in the folder when left out. */
  logFile?: string;
  logger?: Logger;
}

export interface PreparedPostgres {
  url: string;
  port: number;
  logFile: string;
  /** Starts the server; does not wait until it answers. */
  launch(): Promise<GuardedProcess>;
  isHealthy(): Promise<boolean>;
}

export interface EmbeddedPostgres extends AsyncDisposable {
  url: string;
  port: number;
  pid(): number | null;
  kill(signal?: NodeJS.Signals): void;
  /** Waits for the end of the old server, if any, and starts a new one on the same data and port. */
  restart(): Promise<void>;
}

/** Makes the cluster when there is none, and clears what a killed server left. Nothing runs afterwards. */
export async function preparePostgres(options: PostgresOptions): Promise<PreparedPostgres> {
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true });
  const data = join(folder, 'data');
  const logFile = options.logFile ?? join(folder, 'postgres.log');
  const binaries = await findPostgresBinaries();
  const user = await choosePostgresUser(binaries.postgres, folder);
  await clearLeftoverPostgres(data);
  const password = await readOrMakeCluster(folder, data, binaries.initdb, user);
  const ports = options.ports ?? (await openPortMemory(join(folder, 'ports.json')));
  const port = await ports.take('postgres');
  const server = `postgres://parley:${password}@127.0.0.1:${port}`;
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: options.durable === false ? 'off' : 'on',
    timezone: 'UTC',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return {
    url: `${server}/${database}`,
    port,
    logFile,
    async launch() {
      await clearLeftoverPostgres(data);
      return spawnGuarded({
        ...user.command(binaries.postgres, ['-D', data, ...args]),
        env: { PATH: process.env.PATH, LC_ALL: 'C', PGDATA: data },
        cwd: folder,
        logFile,
        stopPlan,
      });
    },
    isHealthy: () => ensureDatabase(server),
  };
}

/** Starts and waits until it answers. Throws with the end of its log when it ends before that. */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const prepared = await preparePostgres(options);
  let current: GuardedProcess | null = null;

  const start = async () => {
    const server = await prepared.launch();
    let ended = false;
    void server.exited.then((exit) => {
      ended = true;
      if (current === server) current = null;
      options.logger?.info({ exit }, 'postgres ended');
    });
    current = server;
    const deadline = Date.now() + 30_000;
    while (!(await prepared.isHealthy())) {
      if (ended || Date.now() > deadline) {
        await server.stop();
        const log = (await readFile(prepared.logFile, 'utf8')).trimEnd().split('\n').slice(-10).join('\n');
        throw new Error(`Postgres did not start on port ${prepared.port}:\n${log}`);
      }
      await delay(25);
    }
    options.logger?.info({ port: prepared.port, pid: server.pid }, 'postgres started');
  };

  await start();
  return {
    url: prepared.url,
    port: prepared.port,
    pid: () => current?.pid ?? null,
    kill: (signal) => current?.kill(signal),
    async restart() {
      await current?.stop();
      await start();
    },
    async [Symbol.asyncDispose]() {
      await current?.stop();
    },
  };
}

/** Returns the password. The cluster appears under its name only when it is complete. */
async function readOrMakeCluster(
  folder: string,
  data: string,
  initdb: string,
  user: PostgresUser,
): Promise<string> {
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
  // Without these flags the encoding follows the environment and may be SQL_ASCII.
  const { command, args, ...ids } = user.command(initdb, [
    `--pgdata=${unfinished}`,
    '--username=parley',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ]);
  await run(command, args, { ...ids, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } }).catch(
    (cause) => {
      throw new Error(`Postgres could not make its data folder: ${String(cause.stderr ?? cause).trim()}`, {
        cause,
      });
    },
  );
  await rename(unfinished, data);
  return password;
}

/** True when the server answers; the database is made at the first answer. */
async function ensureDatabase(server: string): Promise<boolean> {
  const sql = postgres(`${server}/postgres`, { max: 1, connect_timeout: 2, onnotice: () => undefined });
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    if (found.length === 0) await sql`create database ${sql(database)}`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
