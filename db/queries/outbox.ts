import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Db, Tx } from '../database.ts';
import { eventOutbox } from '../schema/events.ts';

/** Postgres channel that wakes the relay. */
export const outboxChannel = 'parley_outbox';

export type OutboxEvent = Pick<typeof eventOutbox.$inferSelect, 'id' | 'name' | 'data' | 'attempts'>;

/** Writes an event to the outbox in the caller's transaction and wakes the relay when it commits. */
export async function enqueueEvent(
  tx: Tx,
  event: { id: string; name: string; data: Record<string, unknown> },
): Promise<void> {
  await tx.insert(eventOutbox).values(event).onConflictDoNothing();
  await tx.execute(sql`select pg_notify(${outboxChannel}, '')`);
}

/**
 * Takes up to `limit` events that are due, oldest first, and hides them from other relays for `leaseMs`: who
 * takes them marks them in that time, or they are delivered again.
 */
export function claimDueEvents(
  db: Db,
  { limit, leaseMs }: { limit: number; leaseMs: number },
): Promise<OutboxEvent[]> {
  const due = db.$with('due').as(
    db
      .select({ id: eventOutbox.id })
      .from(eventOutbox)
      .where(and(isNull(eventOutbox.sentAt), lte(eventOutbox.dueAt, sql`now()`)))
      .orderBy(asc(eventOutbox.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true }),
  );
  return db
    .with(due)
    .update(eventOutbox)
    .set({
      attempts: sql`${eventOutbox.attempts} + 1`,
      dueAt: sql`now() + make_interval(secs => ${leaseMs / 1000})`,
    })
    .where(inArray(eventOutbox.id, sql`(select id from ${due})`))
    .returning({
      id: eventOutbox.id,
      name: eventOutbox.name,
      data: eventOutbox.data,
      attempts: eventOutbox.attempts,
    });
}

export async function markEventSent(db: Tx, id: string): Promise<void> {
  await db.update(eventOutbox).set({ sentAt: sql`now()`, lastError: null }).where(eq(eventOutbox.id, id));
}

/** Puts an event back, to be tried again after `retryInMs`. */
export async function markEventFailed(
  db: Tx,
  { id, reason, retryInMs }: { id: string; reason: string; retryInMs: number },
): Promise<void> {
  await db
    .update(eventOutbox)
    .set({
      lastError: reason.replaceAll('\0', '').slice(0, 2_000),
      dueAt: sql`now() + make_interval(secs => ${retryInMs / 1000})`,
    })
    .where(and(eq(eventOutbox.id, id), isNull(eventOutbox.sentAt)));
}
