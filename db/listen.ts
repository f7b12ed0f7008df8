import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Logger } from '../lib/logger.ts';

const retryMs = 500;

interface ListenOptions {
  /**
   * Called with the payload of every notification, and without one whenever listening starts or starts again:
   * something may have been missed.
   */
  wake: (payload?: string) => void;
  logger: Logger;
  signal: AbortSignal;
}

/**
 * Listens on one channel with a connection of its own until the signal, through restarts of Postgres:
 * postgres.js' own `listen` gives up when its first attempt to reconnect fails.
 */
export async function listen(
  { url }: { url: string },
  channel: string,
  { wake, logger, signal }: ListenOptions,
): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    const over = Promise.withResolvers<void>();
    const stop = () => over.resolve();
    signal.addEventListener('abort', stop, { once: true });
    const onnotify = (_channel: string, payload: string) => wake(payload);
    const options = {
      max: 1,
      connect_timeout: 5,
      max_lifetime: null,
      fetch_types: false,
      onclose: stop,
      onnotify,
    };
    const sql = postgres(url, options);
    try {
      await sql`listen ${sql(channel)}`;
      failing = false;
      wake();
      await over.promise;
    } catch (error) {
      if (!failing) logger.warn({ err: error, channel }, 'cannot listen, tries again');
      failing = true;
    }
    signal.removeEventListener('abort', stop);
    await sql.end({ timeout: 1 });
    await sleep(signal.aborted ? 0 : retryMs, undefined, { signal }).catch(() => undefined);
  }
}
