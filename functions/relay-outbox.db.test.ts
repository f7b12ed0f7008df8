import pino from 'pino';
import { describe, expect, it, vi } from 'vitest';
import type { Database } from '../db/database.ts';
import { claimDueEvents, enqueueEvent, markEventFailed } from '../db/queries/outbox.ts';
import { createTestDatabase } from '../local/testing/test-database.ts';
import { relayDueEvents, runOutboxRelay } from './relay-outbox.ts';

const logger = pino({ level: 'silent' });
const event = (id: string) => ({ id, name: 'test/happened', data: { text: 'Grüße' } });

const listOutbox = async ({ sql }: Database) => [
  ...(await sql`select id, sent_at is not null as sent, attempts, last_error from event_outbox order by id`),
];

describe(runOutboxRelay, () => {
  it('delivers an event within moments of its commit, and only then', async () => {
    await using database = await createTestDatabase();
    const stop = new AbortController();
    const sent: { at: number; id: string }[] = [];
    const relay = runOutboxRelay({
      database,
      logger,
      signal: stop.signal,
      send: async ({ id }) => sent.push({ at: performance.now(), id }),
    });
    await new Promise((resolve) => setTimeout(resolve, 300));

    let committed = 0;
    await database.db.transaction(async (tx) => {
      await enqueueEvent(tx, event('one'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(sent).toEqual([]);
      committed = performance.now();
    });
    await vi.waitFor(() => expect(sent.map(({ id }) => id)).toEqual(['one']), { interval: 5 });
    expect((sent[0]?.at ?? 0) - committed).toBeLessThan(1_000);

    stop.abort();
    await relay;
    expect(await listOutbox(database)).toEqual([{ id: 'one', sent: true, attempts: 1, last_error: null }]);
  });

  it('shares the work among several processes, each event delivered once', async () => {
    await using database = await createTestDatabase();
    const ids = Array.from({ length: 100 }, (_, index) => `event-${index}`);
    for (const id of ids) await enqueueEvent(database.db, event(id));
    const stop = new AbortController();
    const sent: string[] = [];
    const senders = new Set<number>();
    const relays = [0, 1, 2].map((relay) =>
      runOutboxRelay({
        database,
        logger,
        signal: stop.signal,
        send: async ({ id }) => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          sent.push(id);
          senders.add(relay);
        },
      }),
    );
    await vi.waitFor(() => expect(sent).toHaveLength(100), { timeout: 10_000 });
    stop.abort();
    await Promise.all(relays);
    expect(sent.sort()).toEqual(ids.sort());
    expect(senders.size).toBe(3);
  });
});

describe(relayDueEvents, () => {
  it('keeps what cannot be delivered, with the reason, and does not hold up the rest', async () => {
    await using database = await createTestDatabase();
    for (const id of ['bad', 'good']) await enqueueEvent(database.db, event(id));
    const send = async ({ id }: { id: string }) => {
      if (id === 'bad') throw new Error('refused\0');
    };
    expect(await relayDueEvents({ database, send })).toEqual({ delivered: 1, failed: 1 });
    expect(await listOutbox(database)).toEqual([
      { id: 'bad', sent: false, attempts: 1, last_error: 'Error: refused' },
      { id: 'good', sent: true, attempts: 1, last_error: null },
    ]);
    expect(await relayDueEvents({ database, send })).toEqual({ delivered: 0, failed: 0 });
    await database.sql`update event_outbox set due_at = now() where id = 'bad'`;
    expect(await relayDueEvents({ database, send })).toEqual({ delivered: 0, failed: 1 });
    const [bad] = await database.sql`select due_at - now() > interval '1.5 seconds' as later, attempts
      from event_outbox where id = 'bad'`;
    expect(bad).toEqual({ later: true, attempts: 2 });
  });

  it('delivers again what a process took and did not mark in time', async () => {
    await using database = await createTestDatabase();
    await enqueueEvent(database.db, event('one'));
    expect(await claimDueEvents(database.db, { limit: 10, leaseMs: 200 })).toEqual([
      { ...event('one'), attempts: 1 },
    ]);
    const sent: string[] = [];
    const relay = () => relayDueEvents({ database, send: async ({ id }) => sent.push(id) });
    await relay();
    expect(sent).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 250));
    await relay();
    expect(sent).toEqual(['one']);
  });
});

describe(enqueueEvent, () => {
  it('keeps the first event of an id, and a sent one stays sent', async () => {
    await using database = await createTestDatabase();
    await enqueueEvent(database.db, event('one'));
    await relayDueEvents({ database, send: async () => undefined });
    await enqueueEvent(database.db, { ...event('one'), name: 'test/other' });
    await markEventFailed(database.db, { id: 'one', reason: 'late', retryInMs: 0 });
    expect(await claimDueEvents(database.db, { limit: 10, leaseMs: 1_000 })).toEqual([]);
    expect(await listOutbox(database)).toEqual([{ id: 'one', sent: true, attempts: 1, last_error: null }]);
  });
});
