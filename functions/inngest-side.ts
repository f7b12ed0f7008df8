/** What a process does that a real Inngest calls: serve the functions, carry the outbox, report itself. */
import type { Config } from '../lib/config.ts';
import { createInngestClient } from './client.ts';
import type { FunctionParts } from './context.ts';
import { runOutboxRelay } from './relay-outbox.ts';
import { reportProcess } from './report-process.ts';
import { createInngestHandler } from './serve.ts';

export interface InngestSide {
  /** Answers Inngest at `servePath`. */
  handler: (request: Request) => Promise<Response>;
  /** Works until the signal. */
  run(signal: AbortSignal): Promise<void>;
}

/** Used by the functions process, and by web where functions do not run apart. */
export function createInngestSide(
  settings: NonNullable<Config['inngest']>,
  parts: FunctionParts,
): InngestSide {
  const { database, logger } = parts;
  const inngest = createInngestClient(settings, logger);
  return {
    handler: createInngestHandler(inngest, parts),
    async run(signal) {
      await Promise.all([
        runOutboxRelay({ database, send: (event) => inngest.send(event), logger, signal }),
        reportProcess({ database, engine: 'inngest', logger, signal }),
      ]);
    },
  };
}
