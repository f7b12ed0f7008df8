/** Carries events from the outbox to Inngest. Any number of processes may do it at once. */
import type { Database } from '../db/database.ts';
import { listen } from '../db/listen.ts';
import { claimDueEvents, markEventFailed, markEventSent, outboxChannel } from '../db/queries/outbox.ts';
import { createAlarm } from '../lib/alarm.ts';
import type { Logger } from '../lib/logger.ts';

export interface OutgoingEvent {
  /** Also Inngest's id of the event: a second delivery starts nothing. */
  id: string;
  name: string;
  data: Record<string, unknown>;
}

interface RelayOptions {
  database: Database;
  /** Resolves when Inngest has taken the event. */
  send: (event: OutgoingEvent) => Promise<unknown>;
  logger: Logger;
  signal: AbortSignal;
}

/** A commit wakes the relay; the poll finds what was due later or what nobody was awake for. */
const pollEveryMs = 2_000;
const batch = { limit: 20, leaseMs: 15_000 };
const sendTimeoutMs = 10_000;
const maxBackoffMs = 60_000;

/** Runs until the signal. Resolves when the last round is over. */
export async function runOutboxRelay(options: RelayOptions): Promise<void> {
  const { database, logger, signal } = options;
  const alarm = createAlarm();
  const listening = listen(database, outboxChannel, { wake: alarm.wake, logger, signal });
  signal.addEventListener('abort', alarm.wake, { once: true });

  let failing = false;
  while (!signal.aborted) {
    try {
      const { delivered, failed } = await relayDueEvents(options);
      if (failed > 0 && !failing) logger.warn({ failed }, 'events not delivered, kept');
      failing = failed > 0;
      if (delivered > 0) continue;
    } catch (error) {
      if (!failing) logger.warn({ err: error }, 'outbox not read');
      failing = true;
    }
    await alarm.wait(pollEveryMs);
  }
  await listening;
}

/** One round. An event that cannot be delivered is due again after 1, 2, 4 ... 60 s. */
export async function relayDueEvents({
  database: { db },
  send,
}: Pick<RelayOptions, 'database' | 'send'>): Promise<{ delivered: number; failed: number }> {
  const events = await claimDueEvents(db, batch);
  const delivered = await Promise.all(
    events.map(async ({ id, name, data, attempts }) => {
      try {
        await withTimeout(send({ id, name, data }));
      } catch (error) {
        const retryInMs = Math.min(1_000 * 2 ** (attempts - 1), maxBackoffMs);
        await markEventFailed(db, { id, reason: String(error), retryInMs });
        return false;
      }
      await markEventSent(db, id);
      return true;
    }),
  );
  const failed = delivered.filter((each) => !each).length;
  return { delivered: events.length - failed, failed };
}

/** Ends the wait for Inngest before the lease of the events ends. */
async function withTimeout(work: Promise<unknown>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('no answer within 10 s')), sendTimeoutMs);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
