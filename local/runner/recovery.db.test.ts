import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { type Database, openDatabase } from '../../db/database.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { markFlushed } from '../../db/queries/epochs.ts';
import { endMeeting, findMeeting } from '../../db/queries/meetings.ts';
import { seedMeeting } from '../../functions/testing/seed-meeting.ts';
import { startPostgres } from '../postgres.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { defineVictim } from './testing/define-victim.ts';
import { settledRuns } from './testing/settled-runs.ts';
import { startTestRunner } from './testing/test-runner.ts';

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function startProcess(path: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [path], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  return {
    exited,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

const listEffects = async ({ sql }: Database) =>
  (await sql`select name from effects order by at`).map((row) => row.name);

const createEffects = ({ sql }: Database) =>
  sql`create table effects (name text, at timestamptz default clock_timestamp())`;

describe('a runner that is killed in the middle of a step', () => {
  it('is replaced after its lease; finished steps are not run again', async () => {
    await using database = await createTestDatabase();
    await createEffects(database);
    await using victim = startProcess(script('./testing/victim.ts'), {
      DATABASE_URL: database.url,
      LEASE_MS: '1500',
    });
    await database.sql`insert into runner_events (id, name, data) values ('e', 'test/asked', '{}')`;
    await database.sql`insert into runner_runs (id, function_id, event_id, dedupe_key)
      values ('r', 'test-victim', 'e', 'k')`;
    await vi.waitFor(async () => expect(await listEffects(database)).toEqual(['first', 'second']), {
      timeout: 15_000,
    });
    // Longer than the lease: it is kept while the step runs.
    await sleep(2_000);
    await using _heir = await startTestRunner(database, (inngest) => [
      defineVictim(inngest, database, { hangs: false }),
    ]);
    await sleep(500);
    expect(await listEffects(database)).toEqual(['first', 'second']);

    victim.kill('SIGKILL');

    expect((await settledRuns(database, 1))[0]).toMatchObject({ status: 'completed', output: 'kept' });
    expect(await listEffects(database)).toEqual(['first', 'second', 'second']);
  });
});

describe('a runner that is stopped in the middle of a step', () => {
  it('waits a moment for it, keeps its result and gives the run back', async () => {
    await using database = await createTestDatabase();
    let calls = 0;
    const define: Parameters<typeof startTestRunner>[1] = (inngest) => [
      inngest.createFunction(
        { id: 'slow', retries: 0, triggers: [{ event: 'test/asked' }] },
        async ({ step }) => {
          await step.run('first', async () => {
            calls += 1;
            await sleep(500);
          });
          return step.run('second', () => calls);
        },
      ),
    ];
    const runner = await startTestRunner(database, define);
    await runner.send({ id: 'e', name: 'test/asked', data: {} });
    await vi.waitFor(() => expect(calls).toBe(1));

    await runner[Symbol.asyncDispose]();

    await using _heir = await startTestRunner(database, define);
    expect((await settledRuns(database, 1, 2_000))[0]).toMatchObject({ status: 'completed', output: 1 });
  });
});

describe('a run that waits for an event', () => {
  it('goes on at another runner when its own is gone', async () => {
    await using database = await createTestDatabase();
    const define: Parameters<typeof startTestRunner>[1] = (inngest) => [
      inngest.createFunction(
        { id: 'patient', retries: 0, triggers: [{ event: 'test/asked' }] },
        async ({ step }) => {
          const event = await step.waitForEvent('answer', { event: 'test/answered', timeout: '1h' });
          return event?.data.text;
        },
      ),
    ];
    const first = await startTestRunner(database, define);
    await first.send({ id: 'e', name: 'test/asked', data: {} });
    await vi.waitFor(async () =>
      expect(await database.sql`select 1 from runner_steps where awaits_event is not null`).toHaveLength(1),
    );
    await first[Symbol.asyncDispose]();

    await using heir = await startTestRunner(database, define);
    await heir.send({ id: 'a', name: 'test/answered', data: { text: 'yes' } });
    await heir.send({ id: 'b', name: 'test/answered', data: { text: 'no' } });
    expect((await settledRuns(database, 1))[0]).toMatchObject({ status: 'completed', output: 'yes' });
  });
});

describe('several runners', () => {
  it('share the runs, and each step runs once', async () => {
    await using database = await createTestDatabase();
    const calls = new Map<string, number>();
    const workers = new Set<number>();
    const start = (worker: number) =>
      startTestRunner(
        database,
        (inngest) => [
          inngest.createFunction(
            { id: 'shared', retries: 0, triggers: [{ event: 'test/asked' }] },
            async ({ event, step }) => {
              for (const name of ['a', 'b']) {
                await step.run(name, async () => {
                  workers.add(worker);
                  calls.set(`${event.id}/${name}`, (calls.get(`${event.id}/${name}`) ?? 0) + 1);
                  await sleep(10);
                });
              }
            },
          ),
        ],
        { slots: 3 },
      );
    await using first = await start(1);
    await using second = await start(2);

    const ids = Array.from({ length: 40 }, (_, index) => `e${index}`);
    await Promise.all(
      ids.map((id, index) => (index % 2 ? first : second).send({ id, name: 'test/asked', data: {} })),
    );

    const runs = await settledRuns(database, 40);
    expect(runs.every((run) => run.status === 'completed')).toBe(true);
    expect([...calls.values()]).toEqual(Array.from({ length: 80 }, () => 1));
    expect(workers.size).toBe(2);
  });

  it('together keep the concurrency of a function', async () => {
    await using database = await createTestDatabase();
    let together = 0;
    let most = 0;
    const start = () =>
      startTestRunner(database, (inngest) => [
        inngest.createFunction(
          { id: 'narrow', retries: 0, concurrency: 2, triggers: [{ event: 'test/asked' }] },
          async () => {
            together += 1;
            most = Math.max(most, together);
            await sleep(50);
            together -= 1;
          },
        ),
      ]);
    await using first = await start();
    await using _second = await start();
    for (let index = 0; index < 10; index += 1) {
      await first.send({ id: `e${index}`, name: 'test/asked', data: {} });
    }
    await settledRuns(database, 10);
    expect(most).toBe(2);
  });
});

describe('a run whose processes always die', () => {
  it('fails after twenty of them, and says why', async () => {
    await using database = await createTestDatabase();
    let calls = 0;
    const start = () =>
      startTestRunner(database, (inngest) => [
        inngest.createFunction(
          { id: 'poison', retries: 5, triggers: [{ event: 'test/asked' }] },
          async () => {
            calls += 1;
          },
        ),
      ]);
    await database.sql`insert into runner_events (id, name, data) values ('e', 'test/asked', '{}')`;
    await database.sql`insert into runner_runs
      (id, function_id, event_id, dedupe_key, lost_leases, lease_owner, lease_until)
      values ('r', 'test-poison', 'e', 'k', 20, 'dead', now())`;
    await using _runner = await start();
    expect((await settledRuns(database, 1))[0]).toMatchObject({
      status: 'failed',
      error: { message: 'The process died 21 times at this point of the run.' },
    });
    expect(calls).toBe(0);
  });
});

describe('a restart of Postgres', () => {
  it('neither loses nor repeats a step, and notifications come again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-runner-postgres-'));
    try {
      await using postgres = await startPostgres({ folder });
      await migrateDatabase(postgres.url);
      await using database = openDatabase(postgres.url);
      const started: Record<string, number[]> = {};
      await using runner = await startTestRunner(database, (inngest) => [
        inngest.createFunction(
          { id: 'steady', retries: 2, triggers: [{ event: 'test/asked' }] },
          async ({ event, step }) => {
            await step.run('only', async () => {
              const times = started[event.data.name] ?? [];
              started[event.data.name] = [...times, performance.now()];
              await sleep(event.data.workMs);
            });
          },
        ),
      ]);
      const send = (name: string, workMs: number) =>
        runner.send({ id: name, name: 'test/asked', data: { name, workMs } });

      await send('during', 1_000);
      await vi.waitFor(() => expect(started.during).toHaveLength(1), { interval: 5 });
      postgres.kill('SIGKILL');
      await sleep(1_500);
      await postgres.restart();
      expect((await settledRuns(database, 1))[0]?.status).toBe('completed');
      expect(started.during).toHaveLength(1);

      const delays: number[] = [];
      for (const name of ['one', 'two', 'three', 'four', 'five']) {
        await sleep(150);
        const sentAt = performance.now();
        await send(name, 0);
        await vi.waitFor(() => expect(started[name]).toHaveLength(1), { interval: 5 });
        delays.push((started[name]?.[0] ?? 0) - sentAt);
      }
      // Polling alone would be slower than this in most of five tries.
      expect(delays.filter((delay) => delay < 200).length).toBeGreaterThanOrEqual(4);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

describe('the runner process', () => {
  it('reports itself, completes meetings, and stops within two seconds', async () => {
    await using database = await createTestDatabase();
    const { id } = await seedMeeting(database);
    await markFlushed(database.db, id, 1);
    await using child = startProcess(script('./main.ts'), {
      DATABASE_URL: database.url,
      LOG_LEVEL: 'silent',
      PARLEY_SECRET: 'parley-secret-of-at-least-32-characters',
    });
    await vi.waitFor(
      async () => {
        const reports = await database.sql`select part, details->>'engine' as engine from process_heartbeats`;
        expect([...reports]).toEqual([{ part: 'functions', engine: 'embedded' }]);
      },
      { timeout: 15_000 },
    );
    await endMeeting(database.db, { id, reason: 'host' });
    await vi.waitFor(async () => expect((await findMeeting(database.db, id))?.status).toBe('completed'), {
      timeout: 5_000,
    });

    // In the middle of a step: the lines of this meeting never come.
    const endless = await seedMeeting(database);
    await endMeeting(database.db, { id: endless.id, reason: 'host' });
    await vi.waitFor(async () =>
      expect(await database.sql`select 1 from runner_runs where lease_owner is not null`).toHaveLength(1),
    );
    const askedAt = performance.now();
    child.kill('SIGTERM');
    expect(await child.exited).toEqual([0, null]);
    expect(performance.now() - askedAt).toBeLessThan(2_500);
    expect(await database.sql`select 1 from runner_runs where lease_owner is not null`).toHaveLength(0);
  });
});
