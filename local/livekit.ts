/** An embedded livekit-server: a real one, on loopback only, with keys of its own. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { sharedFolder } from './folders.ts';
import { type StopPlan, spawnGuarded } from './guarded-process.ts';
import { findLiveKit } from './livekit-binary.ts';
import { writeLiveKitConfig } from './livekit-config.ts';
import { openPortMemory, type PortMemory } from './ports.ts';
import type { OnProgress } from './progress.ts';
import { type PreparedServer, type RestartableServer, startRestartable } from './restartable-server.ts';

/** livekit-server waits for its last participant at the first signal and stops at the second. */
const stopPlan: StopPlan = [
  { signal: 'SIGTERM', waitMs: 200 },
  { signal: 'SIGTERM', waitMs: 5_000 },
];

const keysSchema = z.object({ apiKey: z.string().min(1), apiSecret: z.string().min(32) });

export interface LiveKitOptions {
  /** Keys, configuration, log and ports of this server. */
  folder: string;
  /** Where its ports are remembered; a file in the folder when left out. */
  ports?: PortMemory;
  /** `livekit.log` in the folder when left out. */
  logFile?: string;
  webhookUrl: string;
  env?: NodeJS.ProcessEnv;
  onProgress?: OnProgress;
  signal?: AbortSignal;
}

export interface PreparedLiveKit extends PreparedServer {
  /** `ws://`, as clients want it. */
  url: string;
  apiKey: string;
  apiSecret: string;
}

export interface EmbeddedLiveKit extends RestartableServer {
  url: string;
  apiKey: string;
  apiSecret: string;
}

/** Finds or compiles the server (minutes, once) and writes its configuration. Nothing runs afterwards. */
export async function prepareLiveKit(options: LiveKitOptions): Promise<PreparedLiveKit> {
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true });
  const env = options.env ?? process.env;
  const program = await findLiveKit({
    env,
    sharedFolder,
    folder,
    onProgress: options.onProgress,
    signal: options.signal,
  });
  const ports = options.ports ?? (await openPortMemory(join(folder, 'ports.json')));
  const port = await ports.take('livekit');
  const udpPort = await ports.take('livekit-udp', { protocol: 'udp' });
  const keys = await readOrMakeKeys(join(folder, 'keys.json'));
  const configFile = join(folder, 'livekit.json');
  await writeFile(
    configFile,
    writeLiveKitConfig({ ...keys, port, udpPort, webhookUrl: options.webhookUrl }),
    {
      mode: 0o600,
    },
  );
  const logFile = options.logFile ?? join(folder, 'livekit.log');
  return {
    ...keys,
    url: `ws://127.0.0.1:${port}`,
    logFile,
    launch: () =>
      spawnGuarded({
        command: program.command,
        args: [...program.args, '--config', configFile],
        env,
        cwd: folder,
        logFile,
        stopPlan,
      }),
    isHealthy: () => answers(`http://127.0.0.1:${port}/`),
  };
}

/** Starts and waits until it answers. Throws with the end of its log when it ends before that. */
export async function startLiveKit(options: LiveKitOptions): Promise<EmbeddedLiveKit> {
  const prepared = await prepareLiveKit(options);
  const server = await startRestartable('livekit-server', prepared);
  const { url, apiKey, apiSecret } = prepared;
  return { url, apiKey, apiSecret, ...server };
}

async function readOrMakeKeys(file: string): Promise<z.infer<typeof keysSchema>> {
  const known = await readFile(file, 'utf8')
    .then((text) => keysSchema.parse(JSON.parse(text)))
    .catch(() => null);
  if (known) return known;
  const keys = {
    apiKey: `API${randomBytes(9).toString('hex')}`,
    apiSecret: randomBytes(32).toString('base64url'),
  };
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
