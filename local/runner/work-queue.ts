/** Owns the runs that this process works on: claims them, keeps their leases, gives them back when it stops. */
import type { Database } from '../../db/database.ts';
import { listen } from '../../db/listen.ts';
import {
  type ClaimedRun,
  claimRuns,
  findNextDue,
  releaseLeases,
  renewLeases,
} from '../../db/queries/runner.ts';
import { runnerChannel } from '../../db/queries/runner-events.ts';
import { createAlarm } from '../../lib/alarm.ts';
import type { Logger } from '../../lib/logger.ts';
import type { RunnerFunction } from './registration.ts';

export interface WorkQueueOptions {
  database: Database;
  logger: Logger;
  functions: RunnerFunction[];
  /** Names this process in leases; unique. */
  owner: string;
  /** Runs worked on at once by this process. */
  slots: number;
  /** A killed process's runs are taken over after this time. */
  leaseMs: number;
  drive: (run: ClaimedRun, fn: RunnerFunction, signal: AbortSignal) => Promise<void>;
}

/** New runs wake the queue by NOTIFY; polling is for when that was missed. */
const pollEveryMs = 1_000;
/** A run that is due and cannot be claimed waits for its function's concurrency. */
const blockedMs = 250;
/** Steps under way get this long when the process stops; then they are left, and run again elsewhere. */
const stopWithinMs = 1_500;

/** Works until it is disposed. Failures of Postgres are logged once and waited out. */
export function startWorkQueue(options: WorkQueueOptions): AsyncDisposable {
  const { database, logger, functions, owner, slots, leaseMs, drive } = options;
  const { db } = database;
  const stop = new AbortController();
  const alarm = createAlarm();
  const active = new Set<Promise<void>>();

  const begin = (run: ClaimedRun) => {
    const fn = functions.find((each) => each.id === run.functionId);
    if (!fn) throw new Error(`run ${run.id} is of a function that was not asked for`);
    const work = drive(run, fn, stop.signal)
      // Its lease ends, and it is taken again.
      .catch((error) => logger.error({ err: error, runId: run.id }, 'run dropped'))
      .finally(() => {
        active.delete(work);
        alarm.wake();
      });
    active.add(work);
  };

  const fillSlots = async (): Promise<number> => {
    const limit = slots - active.size;
    if (limit <= 0) return pollEveryMs;
    for (const run of await claimRuns(db, { owner, functions, limit, leaseMs })) begin(run);
    if (active.size === slots) return pollEveryMs;
    const due = await findNextDue(
      db,
      functions.map((fn) => fn.id),
    );
    return Math.min(pollEveryMs, due === 0 ? blockedMs : Math.ceil(due ?? pollEveryMs));
  };

  const claimLog = createFailureLog(logger, 'runs cannot be claimed');
  const loop = async () => {
    while (!stop.signal.aborted) {
      const waitMs = await fillSlots().then(claimLog.ok, claimLog.failed);
      await alarm.wait(waitMs ?? pollEveryMs);
    }
  };

  const renewalLog = createFailureLog(logger, 'leases not renewed');
  const renewal = setInterval(() => {
    renewLeases(db, owner, leaseMs).then(renewalLog.ok, renewalLog.failed);
  }, leaseMs / 3);
  const listening = listen(database, runnerChannel, { wake: alarm.wake, logger, signal: stop.signal });
  const looping = loop();

  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      alarm.wake();
      const finished = looping.then(() => Promise.all(active));
      await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, stopWithinMs).unref())]);
      clearInterval(renewal);
      await releaseLeases(db, owner).catch((error) => logger.warn({ err: error }, 'leases not given back'));
      await listening;
    },
  };
}

/** Logs the first of a series of failures. */
function createFailureLog(logger: Logger, message: string) {
  let failing = false;
  return {
    ok<T>(value: T): T {
      failing = false;
      return value;
    },
    failed(error: unknown): undefined {
      if (!failing) logger.warn({ err: error }, message);
      failing = true;
    },
  };
}
