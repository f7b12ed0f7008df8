/** One life of the process under test, from its start until it is stopped. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../db/database.ts';
import { openSeverableWay } from '../severable-way.ts';
import type { Stop } from './plan.ts';
import { startParley } from './start-parley.ts';

const farewellMs = 300;

export interface Life extends AsyncDisposable {
  /** Null when the answer did not come: nobody knows what has happened. */
  request(
    method: 'GET' | 'POST',
    path: string,
    options: { token: string; body?: unknown },
  ): Promise<{ status: number; body: unknown } | null>;
  hasEnded(): boolean;
}

export type StartLife = (databaseUrl: string, stop: Stop | null) => Promise<Life>;

/** In this process: its way to Postgres breaks, and with it everything that it could still do. */
export async function startLifeHere(databaseUrl: string, stop: Stop | null): Promise<Life> {
  const way = await openSeverableWay(databaseUrl);
  const database = openDatabase(way.url);
  const parley = await startParley(database);
  if (stop) way.breakAt(stop);
  return {
    async request(method, path, options) {
      const answer = await Promise.race([parley.web.request(method, path, options), way.broken]);
      // Whoever is stopped answers nothing.
      return way.isBroken() ? null : (answer ?? null);
    },
    hasEnded: way.isBroken,
    async [Symbol.asyncDispose]() {
      const end = async () => {
        await parley[Symbol.asyncDispose]();
        await database[Symbol.asyncDispose]();
      };
      // Without a way to Postgres it cannot end in order, and what waits for a lost answer may wait for ever.
      if (way.isBroken()) await Promise.race([end().catch(() => undefined), sleep(farewellMs)]);
      else await end();
      await way[Symbol.asyncDispose]();
    },
  };
}
