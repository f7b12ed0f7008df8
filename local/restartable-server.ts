import { setTimeout as delay } from 'node:timers/promises';
import type { GuardedProcess } from './guarded-process.ts';
import { readLogTail } from './log-files.ts';

/** A server under its caller's control: it stays dead when it is killed, until `restart`. */
export interface RestartableServer extends AsyncDisposable {
  pid(): number | null;
  kill(signal?: NodeJS.Signals): void;
  /** Waits for the end of the old process, if any, and starts a new one at the same address. */
  restart(): Promise<void>;
}

export interface PreparedServer {
  logFile: string;
  launch(): Promise<GuardedProcess>;
  isHealthy(): Promise<boolean>;
}

const startTimeoutMs = 30_000;

/** Resolves when the server answers. Throws with the end of its log when it ends before that. */
export async function startRestartable(name: string, prepared: PreparedServer): Promise<RestartableServer> {
  let current: GuardedProcess | null = null;

  const start = async () => {
    const server = await prepared.launch();
    let ended = false;
    current = server;
    void server.exited.then(() => {
      ended = true;
      if (current === server) current = null;
    });
    const deadline = Date.now() + startTimeoutMs;
    while (!(await prepared.isHealthy())) {
      if (ended || Date.now() > deadline) {
        await server.stop();
        throw new Error(`${name} did not start:\n${await readLogTail(prepared.logFile, 10)}`);
      }
      await delay(25);
    }
  };

  await start();
  return {
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
