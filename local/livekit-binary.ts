/** Finds livekit-server, or makes it. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { spawnGuarded } from './guarded-process.ts';
import type { OnProgress } from './progress.ts';

const run = promisify(execFile);

/** The newest version that `go install` accepts: later ones have replace lines in go.mod. */
export const liveKitVersion = 'v1.13.5';

/** A program and the arguments that come before `--config FILE`. */
export interface LiveKitProgram {
  command: string;
  args: string[];
}

export interface FindOptions {
  env: NodeJS.ProcessEnv;
  /** Holds `bin/livekit-server` once it was compiled. */
  sharedFolder: string;
  /** Docker mounts it, for the configuration file. */
  folder: string;
  onProgress?: OnProgress;
  signal?: AbortSignal;
}

/** First hit wins: PATH, the shared folder, Go, Docker. Throws a sentence that names the ways to get it. */
export async function findLiveKit(options: FindOptions): Promise<LiveKitProgram> {
  const installed = join(options.sharedFolder, 'bin', 'livekit-server');
  const found = (await findOnPath('livekit-server', options.env)) ?? (await executable(installed));
  if (found) return { command: found, args: [] };

  const go = await findOnPath('go', options.env);
  if (go && isGoRecentEnough(await outputOf(go, ['version']))) {
    await compile(go, installed, options);
    return { command: installed, args: [] };
  }
  const docker = await findOnPath('docker', options.env);
  // Only on Linux does a container share the host's loopback interface.
  if (docker && process.platform === 'linux' && (await outputOf(docker, ['info', '--format', '{{.ID}}']))) {
    return { command: docker, args: dockerArgs(options.folder) };
  }
  throw new Error(
    'livekit-server was not found. Any of these helps: put livekit-server on the PATH (macOS: brew install livekit); ' +
      'install Go 1.26 or newer, and Parley compiles it once; start a Docker daemon (Linux); ' +
      'or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a LiveKit server of yours.',
  );
}

/** `go version go1.26.8 linux/amd64` -> true from 1.26 on. */
export function isGoRecentEnough(version: string | null): boolean {
  const [, major, minor] = version?.match(/go(\d+)\.(\d+)/) ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 26);
}

/** The container sees the folder under its own path, and the host's network. */
function dockerArgs(folder: string): string[] {
  const image = `livekit/livekit-server:${liveKitVersion}`;
  return ['run', '--rm', '--network=host', `--volume=${folder}:${folder}:ro`, image];
}

async function compile(go: string, target: string, options: FindOptions): Promise<void> {
  const gobin = join(options.sharedFolder, 'bin', `compiling-${process.pid}`);
  const logFile = join(options.sharedFolder, 'livekit-compile.log');
  await mkdir(gobin, { recursive: true });
  await rm(logFile, { force: true });
  const compiler = await spawnGuarded({
    command: go,
    args: ['install', '-v', `github.com/livekit/livekit-server/cmd/server@${liveKitVersion}`],
    env: { ...options.env, GOBIN: gobin, CGO_ENABLED: '0', GOOS: undefined, GOARCH: undefined },
    cwd: gobin,
    logFile,
    stopPlan: [{ signal: 'SIGTERM', waitMs: 2_000 }],
  });
  const stop = () => void compiler.stop();
  options.signal?.addEventListener('abort', stop);
  try {
    options.signal?.throwIfAborted();
    let exit = null;
    while (exit === null) {
      exit = await Promise.race([compiler.exited, delay(500, null)]);
      const lines = (await readFile(logFile, 'utf8')).split('\n').length - 1;
      options.onProgress?.({ task: `compile livekit-server ${liveKitVersion}`, detail: `${lines} packages` });
    }
    options.signal?.throwIfAborted();
    if (exit.code !== 0) {
      const log = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-10).join('\n');
      throw new Error(`livekit-server could not be compiled with ${go}:\n${log}`);
    }
    await rename(join(gobin, 'server'), target);
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await compiler.stop();
    await rm(gobin, { recursive: true, force: true });
  }
}

async function findOnPath(name: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const found = folder === '' ? null : await executable(join(folder, name));
    if (found) return found;
  }
  return null;
}

async function executable(path: string): Promise<string | null> {
  return access(path, constants.X_OK).then(
    () => path,
    () => null,
  );
}

async function outputOf(command: string, args: string[]): Promise<string | null> {
  return run(command, args, { timeout: 10_000 }).then(
    ({ stdout }) => stdout.trim() || null,
    () => null,
  );
}
