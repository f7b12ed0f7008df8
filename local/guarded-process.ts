/**
 * Child processes that never outlive this one. Each child leads its own process group, so Ctrl-C reaches only
 * the parent, which stops the children in order. A small shell beside each child holds the other end of a pipe:
 * when the parent is gone, even by SIGKILL, it stops the child and whatever the child started.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** Signals in the order in which they are tried; after the last wait the whole group gets SIGKILL. */
export type StopPlan = readonly { signal: NodeJS.Signals; waitMs: number }[];

export interface GuardedOptions {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
  /** Output is appended here; null leaves it where this process writes. */
  logFile: string | null;
  stopPlan: StopPlan;
}

export interface GuardedProcess {
  readonly pid: number;
  /** Resolves, never rejects, when the process has ended. */
  readonly exited: Promise<Exit>;
  kill(signal?: NodeJS.Signals): void;
  /** Follows the stop plan; safe to call again. */
  stop(): Promise<Exit>;
}

/** $1 is the child and its group, $2 the signals to send. A line on stdin means the child ended by itself. */
const guardScript = `
trap '' INT TERM HUP
read -r _ && exit 0
for signal in $2; do kill -s "$signal" "$1" 2>/dev/null; sleep 0.2; done
tries=0
while [ $tries -lt 50 ] && kill -s 0 "$1" 2>/dev/null; do sleep 0.1; tries=$((tries + 1)); done
kill -s KILL -- "-$1" 2>/dev/null
`;

/** Starts a process. Rejects when the program cannot be run at all. */
export async function spawnGuarded(options: GuardedOptions): Promise<GuardedProcess> {
  const log = options.logFile === null ? null : openSync(options.logFile, 'a');
  let child: ChildProcess;
  try {
    child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env,
      uid: options.uid,
      gid: options.gid,
      detached: true,
      stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'],
    });
  } finally {
    if (log !== null) closeSync(log);
  }
  const { pid } = child;
  if (pid === undefined) {
    throw await new Promise<Error>((resolve) => child.once('error', resolve));
  }
  const guard = startGuard(pid, options.stopPlan);
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      killGroup(pid, 'SIGKILL');
      guard.release();
      resolve({ code, signal });
    });
  });
  let stopping: Promise<Exit> | null = null;
  return {
    pid,
    exited,
    kill(signal = 'SIGTERM') {
      child.kill(signal);
    },
    stop() {
      stopping ??= stopInOrder(child, exited, options.stopPlan);
      return stopping;
    },
  };
}

function startGuard(pid: number, plan: StopPlan): { release(): void } {
  const signals = plan.map(({ signal }) => signal.replace('SIG', '')).join(' ');
  const guard = spawn('/bin/sh', ['-c', guardScript, 'parley-guard', String(pid), signals], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  // A guard that is already gone has nothing to be told.
  guard.stdin.on('error', () => undefined);
  return {
    release() {
      guard.stdin.end('released\n');
    },
  };
}

async function stopInOrder(child: ChildProcess, exited: Promise<Exit>, plan: StopPlan): Promise<Exit> {
  for (const { signal, waitMs } of plan) {
    child.kill(signal);
    const waiting = new AbortController();
    const exit = await Promise.race([
      exited,
      delay(waitMs, null, { signal: waiting.signal }).catch(() => null),
    ]);
    waiting.abort();
    if (exit) return exit;
  }
  if (child.pid !== undefined) killGroup(child.pid, 'SIGKILL');
  return exited;
}

/** The leader is gone or going; members that it left behind must not stay. */
function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: nobody is left in the group.
  }
}
