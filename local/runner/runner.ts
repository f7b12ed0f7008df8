/**
 * Runs Inngest functions without an Inngest server: it speaks the SDK's protocol to the same `serve()` handler
 * that production serves, in process, and keeps events, runs and steps in Postgres. Nothing listens on a port.
 */
import { randomUUID } from 'node:crypto';
import { Inngest } from 'inngest';
import type { Database } from '../../db/database.ts';
import { listOrphanedFunctions } from '../../db/queries/runner.ts';
import { type RunnerEvent, storeRunnerEvent } from '../../db/queries/runner-events.ts';
import type { Logger } from '../../lib/logger.ts';
import { acceptEvent } from './accept-event.ts';
import { type Handler, handlerUrl } from './ask.ts';
import { runCron } from './cron.ts';
import { driveRun } from './drive-run.ts';
import { createEmbeddedApi } from './embedded-api.ts';
import { persist } from './persist.ts';
import { type RunnerFunction, register } from './registration.ts';
import { startWorkQueue } from './work-queue.ts';

export interface Runner extends AsyncDisposable {
  /** Hands an event over; resolves when it is stored. A known id changes nothing. */
  send(event: RunnerEvent): Promise<void>;
}

export interface RunnerOptions {
  database: Database;
  logger: Logger;
  /** Id of the Inngest app; it prefixes function ids. */
  appId: string;
  /** Makes the SDK's handler for functions that are bound to the given client. */
  createHandler: (inngest: Inngest) => Handler;
  /** Runs worked on at once by this process. */
  slots?: number;
  /** A killed process's runs are taken over after this time. */
  leaseMs?: number;
}

/** Registers the functions, then works until it is disposed. Throws when an option of theirs is not supported. */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { database, logger, appId, createHandler, slots = 8, leaseMs = 10_000 } = options;
  const { db } = database;
  let functions: RunnerFunction[] = [];
  const send = (event: RunnerEvent) => acceptEvent(db, functions, event);

  const inngest = new Inngest({
    id: appId,
    isDev: true,
    baseUrl: new URL(handlerUrl).origin,
    eventKey: 'embedded',
    fetch: createEmbeddedApi(send),
    logger,
  });
  const handler = createHandler(inngest);
  functions = await register(handler);
  await warnOfOrphans(options, functions);

  const queue = startWorkQueue({
    database,
    logger,
    functions,
    owner: randomUUID(),
    slots,
    leaseMs,
    drive: (run, fn, signal) => driveRun(run, fn, { db, handler, functions, logger, signal }),
  });
  const stop = new AbortController();
  const cron = runCron({
    functions,
    logger,
    signal: stop.signal,
    start: (event, run) => persist(() => storeRunnerEvent(db, event, [run]), stop.signal),
  });
  return {
    send,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await Promise.all([queue[Symbol.asyncDispose](), cron]);
    },
  };
}

/** Runs of a function that was renamed or removed have nobody to go on with them: say so. */
function warnOfOrphans({ database, logger }: RunnerOptions, functions: RunnerFunction[]): Promise<void> {
  return listOrphanedFunctions(
    database.db,
    functions.map((fn) => fn.id),
  ).then(
    (orphaned) => {
      if (orphaned.length > 0) logger.warn({ functions: orphaned }, 'runs wait for functions that are gone');
    },
    // The queue waits for a database that is not ready; this look is not worth a failure.
    (error) => logger.warn({ err: error }, 'runs not looked through'),
  );
}
