/** A whole Parley on this machine: starts what is missing, keeps it running, stops all of it. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '../lib/config.ts';
import { buildClient } from './client-build.ts';
import { prepareModels, startDatabase, startLiveKitServer } from './engines.ts';
import { createPartEnv, takeWebPort, type WebAddress } from './instance-env.ts';
import { waitUntilHealthy } from './instance-health.ts';
import { lockInstance } from './instance-lock.ts';
import type { Part, PartName } from './part.ts';
import { openPortMemory } from './ports.ts';
import { startAgent, startFunctions, startRecorder, startWeb } from './processes.ts';
import type { OnProgress } from './progress.ts';
import type { StartContext } from './start-context.ts';
import type { SupervisorEvent } from './supervisor.ts';

export interface InstanceOptions {
  /** Data, logs, keys, spools, ports. One instance per folder at a time. */
  dataFolder: string;
  /** Of the page; free and remembered when left out. */
  port?: number;
  /** Of the page, where it is free and nothing else was remembered. */
  preferredPort?: number;
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
  const port = await takeWebPort(ports, {
    wanted: options.port ?? (env.PORT ? config.web.port : undefined),
    preferred: options.preferredPort,
  });
  const url = `http://127.0.0.1:${port}`;
  const web = { port, url, publicUrl: config.web.publicUrl ?? url };
  const { partEnv, parts } = await startParts(context, web, failure);
  await waitUntilHealthy(`${url}/api/health`, context);
  await lock.setUrl(web.publicUrl);

  const running = starting.move();
  return {
    url: web.publicUrl,
    env: partEnv,
    parts,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** Everything that can start at the same time does: two cores are busy for seconds. */
async function startParts(context: StartContext, web: WebAddress, failure: AbortController) {
  const together = <T extends unknown[]>(work: { [K in keyof T]: Promise<T[K]> }) =>
    allOrFirstError(work, failure);
  const speech = await prepareModels(context);

  const startOthers = async () => {
    const [database, livekit] = await together([
      startDatabase(context),
      startLiveKitServer(context, `${web.url}/api/webhooks/livekit`),
      buildClient(context),
    ]);
    const partEnv = await createPartEnv(context, web, { ...database.env, ...livekit.env, ...speech.env });
    const startWebThenFunctions = async () => {
      // Web brings the database to the newest schema, which the runner needs.
      const webPart = await startWeb(context, partEnv);
      const [functions, recorder] = await together([
        startFunctions(context, partEnv),
        startRecorder(context, partEnv),
      ]);
      return { web: webPart, functions, recorder };
    };
    const [upper, agent] = await together([startWebThenFunctions(), startAgent(context, partEnv)]);
    return { partEnv, parts: { postgres: database.part, livekit: livekit.part, ...upper, agent } };
  };

  const [models, { partEnv, parts }] = await together([speech.start(), startOthers()]);
  return { partEnv, parts: { ...parts, models } };
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
