import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import type { Logger } from '../lib/logger.ts';

interface Round {
  name: string;
  everyMs: number;
  /** Any number, one per kind of round: only one process works on a round at a time. */
  lockKey: number;
  /** Rounds wait until everything has been well for so long: after an outage others need time to report first. */
  calmMs: number;
  run: () => Promise<void>;
}

/** Runs a round again and again under a Postgres advisory lock, until the signal. Failures are logged once. */
export async function runRounds(
  database: Database,
  round: Round,
  { signal, logger, now = Date.now }: { signal: AbortSignal; logger: Logger; now?: () => number },
): Promise<void> {
  let calmSince = now();
  let lastRound = now();
  let failing = false;
  while (!signal.aborted) {
    await sleep(round.everyMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    // A process that was stopped for a while has seen nothing in between.
    if (now() - lastRound > round.everyMs + 3_000) calmSince = now();
    lastRound = now();
    try {
      await database.sql.begin(async (tx) => {
        const [row] = await tx`select pg_try_advisory_xact_lock(${round.lockKey}) as mine`;
        if (row?.mine === true && now() - calmSince >= round.calmMs) await round.run();
      });
      failing = false;
    } catch (error) {
      calmSince = now();
      if (!failing) logger.warn({ err: error, round: round.name }, 'round failed');
      failing = true;
    }
  }
}
