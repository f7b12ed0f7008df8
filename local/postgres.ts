/** An embedded Postgres: made once in a folder, listening on loopback only, with a password of its own. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { type StopPlan, spawnGuarded } from './guarded-process.ts';
import { openPortMemory, type PortMemory } from './ports.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { readOrMakeCluster } from './postgres-cluster.ts';
import { clearLeftoverPostgres } from './postgres-leftover.ts';
import { choosePostgresUser } from './postgres-user.ts';
import { type PreparedServer, type RestartableServer, startRestartable } from './restartable-server.ts';

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
  /** Stops the making of a cluster. */
  signal?: AbortSignal;
}

export interface PreparedPostgres extends PreparedServer {
  url: string;
  port: number;
}

export interface EmbeddedPostgres extends RestartableServer {
  url: string;
  port: number;
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
  const password = await readOrMakeCluster({
    folder,
    data,
    initdb: binaries.initdb,
    user,
    signal: options.signal,
  });
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
  const server = await startRestartable('Postgres', prepared);
  return { url: prepared.url, port: prepared.port, ...server };
}

/** True when the server answers; the database is made at the first answer. */
async function ensureDatabase(server: string): Promise<boolean> {
  const sql = postgres(`${server}/postgres`, {
    max: 1,
    connect_timeout: 2,
    fetch_types: false,
    onnotice: () => undefined,
  });
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
