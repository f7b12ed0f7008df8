import type { Inngest } from 'inngest';
import type { Database } from '../db/database.ts';
import type { Logger } from '../lib/logger.ts';

/** What every function works with. The client decides whether a real Inngest or the embedded runner calls it. */
export interface FunctionContext {
  inngest: Inngest;
  database: Database;
  logger: Logger;
}
