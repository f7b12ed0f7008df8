import type { Database } from '../../db/database.ts';
import { startRunner } from '../../local/runner/runner.ts';
import { appId } from '../client.ts';
import type { FunctionParts } from '../context.ts';
import { runOutboxRelay } from '../relay-outbox.ts';
import { createInngestHandler } from '../serve.ts';
import { testFunctionParts } from './function-parts.ts';

/** The embedded runner with the product's own functions, fed by the outbox. */
export async function startFunctions(
  database: Database,
  over: Partial<FunctionParts> = {},
): Promise<AsyncDisposable> {
  const stop = new AbortController();
  const parts = testFunctionParts(database, over);
  const { logger } = parts;
  const runner = await startRunner({
    database,
    logger,
    appId,
    createHandler: (inngest) => createInngestHandler(inngest, parts),
    leaseMs: 2_000,
  });
  const relay = runOutboxRelay({ database, send: runner.send, logger, signal: stop.signal });
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await relay;
      await runner[Symbol.asyncDispose]();
    },
  };
}
