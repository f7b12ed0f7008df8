/**
 * Runs Inngest functions without an Inngest server: it speaks the SDK's protocol to the same `serve()` handler
 * that production serves, in process, and keeps events, runs and steps in Postgres. Nothing listens on a port.
 */
import { randomUUID } from 'node:crypto';
import { Inngest } from 'inngest';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import { claimRun, findNextDue, renewLease, requeueRun, storeRunnerEvent } from '../../db/queries/runner.ts';
import { createId } from '../../lib/ids.ts';
import type { Logger } from '../../lib/logger.ts';
import { driveRun, runnerUrl } from './drive-run.ts';
import { type RunnerFunction, readRegistration } from './registration.ts';
import { runsFor } from './runs-for.ts';

export interface Runner extends AsyncDisposable {
  /** Hands an event over; resolves when it is stored. A known id changes nothing. */
  send(event: { id: string; name: string; data: Record<string, unknown> }): Promise<void>;
}

interface RunnerOptions {
  database: Database;
  logger: Logger;
  /** Makes the SDK's handler for functions that are bound to the given client. */
  createHandler: (inngest: Inngest) => (request: Request) => Promise<Response>;
  appId: string;
  /** Runs worked on at once. */
  concurrency?: number;
  /** A killed process's runs are taken over after this time. */
  leaseMs?: number;
}

const pollEveryMs = 1_000;

const sentEventSchema = z.looseObject({
  id: z.string().optional(),
  name: z.string(),
  data: z.record(z.string(), z.unknown()).default({}),
});

/** Registers the functions (and refuses what it cannot keep), then works until it is disposed. */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { database, logger, createHandler, appId, concurrency = 4, leaseMs = 10_000 } = options;
  const owner = randomUUID();
  let functions: RunnerFunction[] = [];

  const accept = async (event: { id: string; name: string; data: Record<string, unknown> }) => {
    await database.db.transaction((tx) => storeRunnerEvent(tx, event, runsFor(functions, event)));
  };

  /** What the SDK believes to be Inngest's API. */
  const api = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (request.method === 'POST' && pathname === '/fn/register') {
      functions = readRegistration(await request.json());
      return Response.json({ ok: true });
    }
    if (request.method === 'POST' && pathname.startsWith('/e/')) {
      const events = z.union([z.array(sentEventSchema), sentEventSchema]).parse(await request.json());
      const ids: string[] = [];
      for (const { name, data, id } of Array.isArray(events) ? events : [events]) {
        const event = { id: id || createId('evt'), name, data };
        await accept(event);
        ids.push(event.id);
      }
      return Response.json({ ids, status: 200 });
    }
    return Response.json({ error: `the embedded runner has no ${pathname}` }, { status: 404 });
  };

  const inngest = new Inngest({
    id: appId,
    isDev: true,
    baseUrl: new URL(runnerUrl).origin,
    eventKey: 'embedded',
    fetch: api,
  });
  const handler = createHandler(inngest);
  await register(handler, () => functions);

  const stop = new AbortController();
  const { wait, wake } = createAlarm();
  stop.signal.addEventListener('abort', wake);
  // postgres.js listens again by itself after a lost connection.
  const listening = database.sql.listen('parley_runner', wake, wake);
  listening.catch((error) => logger.warn({ err: error }, 'runner polls only'));

  const workOne = async (): Promise<boolean> => {
    const run = await claimRun(database.db, owner, leaseMs);
    if (!run) return false;
    const fn = functions.find((each) => each.id === run.functionId);
    if (!fn) {
      // Another version's function: leave it to that version.
      await requeueRun(database.db, run.id, { dueAt: new Date(Date.now() + 30_000), attempt: run.attempt });
      return true;
    }
    const lost = new AbortController();
    const renewal = setInterval(() => {
      renewLease(database.db, run.id, owner, leaseMs).then(
        (mine) => mine || lost.abort(),
        (error) => logger.warn({ err: error, runId: run.id }, 'lease not renewed'),
      );
    }, leaseMs / 3);
    try {
      const signal = AbortSignal.any([stop.signal, lost.signal]);
      await driveRun(run, fn, { db: database.db, handler, acceptEvent: accept, logger, signal });
      if (stop.signal.aborted) {
        await requeueRun(database.db, run.id, { dueAt: new Date(), attempt: run.attempt }).catch(
          () => undefined,
        );
      }
    } finally {
      clearInterval(renewal);
    }
    return true;
  };

  const work = async () => {
    let failing = false;
    while (!stop.signal.aborted) {
      try {
        if (await workOne()) continue;
        failing = false;
        const due = await findNextDue(database.db);
        await wait(Math.min(due ?? pollEveryMs, pollEveryMs));
      } catch (error) {
        if (!failing) logger.warn({ err: error }, 'runner cannot work, tries again');
        failing = true;
        await wait(pollEveryMs);
      }
    }
  };
  const workers = Array.from({ length: concurrency }, work);

  return {
    send: accept,
    async [Symbol.asyncDispose]() {
      stop.abort();
      // A step that is under way ends by itself; a process that cannot wait for it may end: the lease runs out.
      await Promise.race([
        Promise.all(workers),
        new Promise((resolve) => setTimeout(resolve, 1_500).unref()),
      ]);
      await listening.then(({ unlisten }) => unlisten()).catch(() => undefined);
    },
  };
}

async function register(
  handler: (request: Request) => Promise<Response>,
  registered: () => RunnerFunction[],
): Promise<void> {
  const response = await handler(
    new Request(runnerUrl, { method: 'PUT', headers: { host: new URL(runnerUrl).host } }),
  );
  if (response.ok && registered().length > 0) return;
  throw new Error(`The embedded runner cannot run these functions: ${await response.text()}`);
}

/** A wait that ends early when woken, also by a wake-up just before it began. */
function createAlarm() {
  const waiting = new Set<() => void>();
  let woken = false;
  return {
    wake() {
      woken = true;
      for (const resolve of waiting) resolve();
    },
    async wait(ms: number) {
      if (woken) {
        woken = false;
        return;
      }
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          woken = false;
          resolve();
        };
        const timer = setTimeout(done, ms);
        waiting.add(done);
      });
    },
  };
}
