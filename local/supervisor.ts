/** Keeps one child process running: restarts it when it ends, until it is disposed. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Exit, GuardedProcess } from './guarded-process.ts';
import { countFailures, restartDelayMs } from './restart-backoff.ts';

const pollMs = 50;
/** A part that needs longer to become healthy for the first time counts as failed. */
const startTimeoutMs = 90_000;

export type SupervisorEvent =
  | { kind: 'ended'; name: string; exit: Exit; restartInMs: number }
  | { kind: 'not-started'; name: string; error: unknown; restartInMs: number };

export interface SupervisorOptions {
  name: string;
  launch(): Promise<GuardedProcess>;
  /** `sinceMs` is when the process was launched: reports older than that are of its predecessor. */
  isHealthy(sinceMs: number): Promise<boolean>;
  onEvent?: (event: SupervisorEvent) => void;
  signal?: AbortSignal;
}

export interface Supervised extends AsyncDisposable {
  pid(): number | null;
  /** For tests of recovery; the process comes back. */
  kill(signal?: NodeJS.Signals): void;
  /** Resolves when a process that was not killed by `kill` answers. Throws after `timeoutMs`. */
  healthy(timeoutMs?: number): Promise<void>;
}

/** The part ended, or did not become healthy, before it ever worked. */
export class PartNotStarted extends Error {
  readonly part: string;

  constructor(part: string, reason: string) {
    super(`${part} ${reason}`);
    this.name = 'PartNotStarted';
    this.part = part;
  }
}

interface Running {
  process: GuardedProcess;
  launchedAt: number;
  healthyAt: number | null;
  ended: Exit | null;
  killed: boolean;
}

/** Resolves when the part is healthy for the first time; throws `PartNotStarted` when that fails. */
export async function supervise(options: SupervisorOptions): Promise<Supervised> {
  const { name, onEvent } = options;
  const closing = new AbortController();
  let failures = 0;
  let current: Running = await launch();

  try {
    await becomesHealthy(current, options.signal);
  } catch (error) {
    await current.process.stop();
    throw error;
  }
  const loop = keepRunning();

  async function launch(): Promise<Running> {
    const running: Running = {
      process: await options.launch(),
      launchedAt: Date.now(),
      healthyAt: null,
      ended: null,
      killed: false,
    };
    void running.process.exited.then((exit) => {
      running.ended = exit;
    });
    return running;
  }

  async function becomesHealthy(running: Running, signal: AbortSignal | undefined): Promise<void> {
    while (true) {
      signal?.throwIfAborted();
      if (running.ended)
        throw new PartNotStarted(name, `ended at its start (${describeExit(running.ended)})`);
      if (await options.isHealthy(running.launchedAt)) break;
      if (Date.now() - running.launchedAt > startTimeoutMs) {
        throw new PartNotStarted(name, `did not answer within ${startTimeoutMs / 1_000} s`);
      }
      await delay(pollMs);
    }
    running.healthyAt = Date.now();
  }

  async function keepRunning(): Promise<void> {
    while (!closing.signal.aborted) {
      const exit = await current.process.exited;
      if (closing.signal.aborted) return;
      const restartInMs = nextDelay(current.healthyAt === null ? null : Date.now() - current.healthyAt);
      onEvent?.({ kind: 'ended', name, exit, restartInMs });
      await relaunch(restartInMs);
    }
  }

  async function relaunch(firstDelayMs: number): Promise<void> {
    let waitMs = firstDelayMs;
    while (true) {
      await delay(waitMs, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) return;
      try {
        current = await launch();
        // Only to learn when it became healthy; its end is noticed by the loop.
        void becomesHealthy(current, closing.signal).catch(() => undefined);
        return;
      } catch (error) {
        waitMs = nextDelay(null);
        onEvent?.({ kind: 'not-started', name, error, restartInMs: waitMs });
      }
    }
  }

  function nextDelay(healthyForMs: number | null): number {
    failures = countFailures(failures, healthyForMs);
    return restartDelayMs(failures);
  }

  return {
    pid: () => (current.ended ? null : current.process.pid),
    kill(signal = 'SIGKILL') {
      current.killed = true;
      current.process.kill(signal);
    },
    async healthy(timeoutMs = 60_000) {
      const deadline = Date.now() + timeoutMs;
      while (current.killed || current.ended || !(await options.isHealthy(current.launchedAt))) {
        if (Date.now() > deadline) throw new Error(`${name} is not healthy after ${timeoutMs} ms`);
        await delay(pollMs);
      }
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await current.process.stop();
      await loop;
      // A relaunch that was under way when closing began.
      await current.process.stop();
    },
  };
}

function describeExit(exit: Exit): string {
  return exit.signal ? `signal ${exit.signal}` : `exit code ${exit.code}`;
}
