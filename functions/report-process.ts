import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import { forgetOldProcesses, recordProcessHeartbeat } from '../db/queries/heartbeats.ts';
import { createId } from '../lib/ids.ts';
import type { Logger } from '../lib/logger.ts';

const everyMs = 5_000;

/** Says every 5 s that this function process is there, until the signal; the health page shows it. */
export async function reportProcess(options: {
  database: Database;
  engine: 'embedded' | 'inngest';
  logger: Logger;
  signal: AbortSignal;
}): Promise<void> {
  const { database, engine, logger, signal } = options;
  const instance = createId('wrk');
  await forgetOldProcesses(database.db).catch((error) => logger.warn({ err: error }, 'old reports kept'));
  while (!signal.aborted) {
    await recordProcessHeartbeat(database.db, { instance, part: 'functions', details: { engine } }).catch(
      (error) => logger.warn({ err: error }, 'process not reported'),
    );
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
