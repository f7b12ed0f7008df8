/** Wakes those in this process who wait for news of a meeting, by one LISTEN for all of them. */
import type { Database } from '../../db/database.ts';
import { listen } from '../../db/listen.ts';
import type { Logger } from '../../lib/logger.ts';

export interface WakeHub {
  /** Calls `wake` when there is news of `key`, and whenever some may have been missed; disposing ends it. */
  follow(key: string, wake: () => void): Disposable;
}

interface WakeHubOptions {
  database: Pick<Database, 'url'>;
  /** Postgres channel whose payloads are the keys. */
  channel: string;
  logger: Logger;
}

/** Listens while somebody follows; the last one to leave closes the connection. */
export function createWakeHub({ database, channel, logger }: WakeHubOptions): WakeHub {
  const followers = new Set<{ key: string; wake: () => void }>();
  let stop: AbortController | null = null;

  const wake = (key?: string) => {
    for (const follower of followers) if (key === undefined || follower.key === key) follower.wake();
  };

  return {
    follow(key, wakeOne) {
      const follower = { key, wake: wakeOne };
      followers.add(follower);
      if (!stop) {
        stop = new AbortController();
        void listen(database, channel, { wake, logger, signal: stop.signal });
      }
      return {
        [Symbol.dispose]() {
          followers.delete(follower);
          if (followers.size > 0) return;
          stop?.abort();
          stop = null;
        },
      };
    },
  };
}
