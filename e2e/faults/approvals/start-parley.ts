/** What decides and executes: the whole of web on a LiveKit in memory, the outbox relay, and the functions. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../db/database.ts';
import { startFunctions } from '../../../functions/testing/start-functions.ts';
import { closeOverdueApprovals } from '../../../web/approvals/close-overdue.ts';
import { createTestWeb, type TestWeb } from '../../../web/testing/test-web.ts';

const roundMs = 100;

/** Works until it is disposed. */
export async function startParley(database: Database): Promise<{ web: TestWeb } & AsyncDisposable> {
  const stop = new AbortController();
  const web = createTestWeb(database);
  const functions = await startFunctions(database);
  const rounds = (async () => {
    while (!stop.signal.aborted) {
      // Postgres is out of reach from when the process is stopped.
      await closeOverdueApprovals(web.context).catch(() => undefined);
      await sleep(roundMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return {
    web,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await rounds;
      await functions[Symbol.asyncDispose]();
    },
  };
}
