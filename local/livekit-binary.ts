/** Finds livekit-server, or makes it. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { readLogTail } from './log-files.ts';
import type { OnProgress } from './progress.ts';
import { runGuarded } from './run-guarded.ts';

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

/** What `go install -v` has done: it names modules that it downloads and packages that it compiles. */
export function describeGoOutput(output: string): string | undefined {
  const lines = output.split('\n').filter((line) => line !== '');
  const modules = lines.filter((line) => line.startsWith('go: downloading ')).length;
  const packages = lines.length - modules;
  if (packages > 0) return `${packages} packages`;
  return modules > 0 ? `${modules} modules downloaded` : undefined;
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
  const report = async () => {
    const detail = describeGoOutput(await readFile(logFile, 'utf8'));
    options.onProgress?.({ task: `compile livekit-server ${liveKitVersion}`, detail });
  };
  try {
    const exit = await runGuarded({
      command: go,
      args: ['install', '-v', `github.com/livekit/livekit-server/cmd/server@${liveKitVersion}`],
      env: { ...options.env, GOBIN: gobin, CGO_ENABLED: '0', GOOS: undefined, GOARCH: undefined },
      cwd: gobin,
      logFile,
      stopPlan: [{ signal: 'SIGTERM', waitMs: 2_000 }],
      signal: options.signal,
      onTick: report,
    });
    if (exit.code !== 0) {
      throw new Error(`livekit-server could not be compiled with ${go}:\n${await readLogTail(logFile, 10)}`);
    }
    await rename(join(gobin, 'server'), target);
  } finally {
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
