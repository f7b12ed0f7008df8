/** One life of the process under test, from its start until it is stopped. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../db/database.ts';
import { type Break, openSeverableWay } from '../severable-way.ts';
import type { ServiceAddresses } from './services.ts';
import { startParley } from './start-parley.ts';

export interface Stop extends Break {
  /** For real processes: this long after they work. */
  afterMs: number;
}

export interface Life extends AsyncDisposable {
  hasEnded(): boolean;
  /** Messages that it has sent to Postgres; 0 where nobody counts. */
  messages(): number;
}

export interface Place {
  databaseUrl: string;
  addresses: ServiceAddresses;
}

export type StartLife = (place: Place, stop: Stop | null) => Promise<Life>;

const farewellMs = 300;

/** In this process: its way to Postgres breaks, and with it everything that it could still do. */
export async function startLifeHere({ databaseUrl, addresses }: Place, stop: Stop | null): Promise<Life> {
  const way = await openSeverableWay(databaseUrl);
  const database = openDatabase(way.url);
  const parley = await startParley(database, addresses);
  if (stop) way.breakAt(stop);
  return {
    hasEnded: way.isBroken,
    messages: way.messages,
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

const program = new URL('./killable-process.ts', import.meta.url);

/** In a process of its own, which is killed: no handler runs, nothing is rolled back but by Postgres. */
export async function startKillableLife({ databaseUrl, addresses }: Place, stop: Stop | null): Promise<Life> {
  const child = fork(program, [databaseUrl, JSON.stringify(addresses)], { stdio: 'inherit' });
  const gone = once(child, 'exit');
  await Promise.race([once(child, 'message'), gone]);
  const timer = stop && setTimeout(() => child.kill('SIGKILL'), stop.afterMs);
  return {
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    messages: () => 0,
    async [Symbol.asyncDispose]() {
      if (timer) clearTimeout(timer);
      child.kill('SIGKILL');
      await gone;
    },
  };
}
