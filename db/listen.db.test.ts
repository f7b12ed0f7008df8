import pino from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { createTestDatabase } from '../local/testing/test-database.ts';
import { listen } from './listen.ts';

describe(listen, () => {
  it('wakes at the start, for each notification, and again after a lost connection', async () => {
    await using database = await createTestDatabase();
    const stop = new AbortController();
    let calls = 0;
    const logger = pino({ level: 'silent' });
    const listening = listen(database, 'test_channel', {
      wake: () => {
        calls += 1;
      },
      logger,
      signal: stop.signal,
    });
    const reach = (count: number) => vi.waitFor(() => expect(calls).toBe(count), { timeout: 5_000 });

    await reach(1);
    await database.sql`notify test_channel`;
    await reach(2);
    const killed = await database.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen%'`;
    expect(killed).toHaveLength(1);
    await reach(3);
    await database.sql`notify test_channel`;
    await reach(4);

    stop.abort();
    await listening;
    const left = await database.sql`select 1 from pg_stat_activity
      where datname = current_database() and query like 'listen%'`;
    expect(left).toHaveLength(0);
  });
});
