import { sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { eventOutbox } from '../schema/events.ts';

/** Writes an event to the outbox in the caller's transaction and wakes the relay when it commits. */
export async function enqueueEvent(
  tx: Tx,
  event: { id: string; name: string; data: Record<string, unknown> },
): Promise<void> {
  await tx.insert(eventOutbox).values(event).onConflictDoNothing();
  await tx.execute(sql`select pg_notify('parley_outbox', '')`);
}
