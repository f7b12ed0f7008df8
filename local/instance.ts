/** A whole Parley on this machine: starts what is missing, keeps it running, stops all of it. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readConfig } from '../lib/config.ts';
import { healthSchema } from '../lib/messages.ts';
import { buildClient } from './client-build.ts';
import { prepareModels, startDatabase, startLiveKitServer } from './engines.ts';
import { lockInstance } from './instance-lock.ts';
import type { Part, PartName } from './part.ts';
import { isTcpPortFree, openPortMemory, type PortMemory } from './ports.ts';
import { startAgent, startFunctions, startWeb } from './processes.ts';
import type { OnProgress } from './progress.ts';
import type { StartContext } from './start-context.ts';
import type { SupervisorEvent } from './supervisor.ts';

/** From the last part started to a health page without complaints. */
const healthTimeoutMs = 60_000;

export interface InstanceOptions {
  /** Data, logs, keys, spools, ports. One instance per folder at a time. */
  dataFolder: string;
  /** Of the page; free and remembered when left out. */
  port?: number;
  onProgress?: OnProgress;
  /** A part ended and is started again. */
  onEvent?: (event: SupervisorEvent) => void;
  /** As a process environment; names the engines to use instead of embedded ones. */
  env?: NodeJS.ProcessEnv;
  /** Stops a start that is under way. */
  signal?: AbortSignal;
}

export interface Instance extends AsyncDisposable {
  /** The page. */
  url: string;
  /** What a further process needs to work with this instance: DATABASE_URL, LIVEKIT_URL, PARLEY_SECRET ... */
  env: Record<string, string>;
  parts: Record<PartName, Part>;
}

/**
 * Resolves when every part is healthy. Throws a sentence for a person when one is not, or the signal's reason;
 * nothing is left running then.
 */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const env = options.env ?? process.env;
  const config = readConfig(env);
  const dataFolder = resolve(options.dataFolder);
  await mkdir(dataFolder, { recursive: true });
  await using starting = new AsyncDisposableStack();
  const lock = starting.use(await lockInstance(dataFolder));
  const ports = await openPortMemory(join(dataFolder, 'ports.json'));
  const failure = new AbortController();
  const context: StartContext = {
    config,
    env,
    dataFolder,
    logFolder: join(dataFolder, 'logs'),
    ports,
    started: starting,
    onProgress: options.onProgress ?? (() => undefined),
    onEvent: options.onEvent ?? (() => undefined),
    signal: options.signal ? AbortSignal.any([options.signal, failure.signal]) : failure.signal,
  };
  const together = <T extends unknown[]>(work: { [K in keyof T]: Promise<T[K]> }) =>
    allOrFirstError(work, failure);

  const port = await takeWebPort(ports, options.port ?? (env.PORT ? config.web.port : undefined));
  const url = `http://127.0.0.1:${port}`;
  const speech = await prepareModels(context);
  const startOthers = async () => {
    const [database, livekit] = await together([
      startDatabase(context),
      startLiveKitServer(context, `${url}/api/webhooks/livekit`),
      buildClient(context),
    ]);
    const partEnv: Record<string, string> = {
      ...database.env,
      ...livekit.env,
      ...speech.env,
      PARLEY_DATA: dataFolder,
      PARLEY_SECRET: config.secret ?? (await readOrMakeSecret(join(dataFolder, 'secret'))),
      PARLEY_URL: url,
      PARLEY_PUBLIC_URL: config.web.publicUrl ?? url,
      HOST: config.web.host,
      PORT: String(port),
      AGENT_PORT: String(await ports.take('agent')),
      AGENT_SPOOL: env.AGENT_SPOOL || join(dataFolder, 'spool'),
    };
    const startWebThenFunctions = async () => {
      // Web brings the database to the newest schema, which the runner needs.
      const web = await startWeb(context, partEnv);
      return { web, functions: await startFunctions(context, partEnv) };
    };
    const [upper, agent] = await together([startWebThenFunctions(), startAgent(context, partEnv)]);
    return { partEnv, parts: { postgres: database.part, livekit: livekit.part, ...upper, agent } };
  };
  const [models, { partEnv, parts }] = await together([speech.start(), startOthers()]);
  await waitUntilHealthy(`${url}/api/health`, context);
  await lock.setUrl(url);

  const running = starting.move();
  return {
    url: partEnv.PARLEY_PUBLIC_URL ?? url,
    env: partEnv,
    parts: { ...parts, models },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** Waits for all, also after a failure, so that nothing starts behind the back of whoever cleans up. */
async function allOrFirstError<T extends unknown[]>(
  work: { [K in keyof T]: Promise<T[K]> },
  failure: AbortController,
): Promise<T> {
  for (const one of work) void one.catch((error) => failure.abort(error));
  await Promise.allSettled(work);
  if (failure.signal.aborted) throw failure.signal.reason;
  return Promise.all(work) as Promise<T>;
}

/** A port that somebody asked for is used or refused, never replaced. */
async function takeWebPort(ports: PortMemory, wanted: number | undefined): Promise<number> {
  if (!wanted) return ports.take('web', { preferred: 3000 });
  if (await isTcpPortFree(wanted)) return wanted;
  throw new Error(
    `Port ${wanted} is in use: stop whoever listens there, set PORT to another one, or leave it unset.`,
  );
}

async function readOrMakeSecret(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.length >= 32) return known;
  const secret = randomBytes(32).toString('base64url');
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}

async function waitUntilHealthy(url: string, { onProgress, signal }: StartContext): Promise<void> {
  onProgress({ task: 'wait until every part is healthy' });
  const deadline = Date.now() + healthTimeoutMs;
  let complaint = 'no answer';
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return;
    const health = healthSchema.safeParse(await answer?.json().catch(() => null));
    if (health.success) {
      const down = Object.entries(health.data.parts).filter(([, part]) => part.status !== 'ok');
      complaint = down.map(([name, part]) => `${name}: ${part.detail}`).join('; ');
    }
    await delay(200);
  }
  throw new Error(`Parley is not healthy after ${healthTimeoutMs / 1_000} s (${complaint}).`);
}
