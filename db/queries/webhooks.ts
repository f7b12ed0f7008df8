import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { webhookInbox } from '../schema/events.ts';

export type WebhookRecord = Pick<
  typeof webhookInbox.$inferInsert,
  'eventId' | 'event' | 'roomName' | 'createdAt' | 'payload'
>;

/** Stores a verified webhook; false when its id is known, that is for every replay. */
export async function storeWebhook(tx: Tx, webhook: WebhookRecord): Promise<boolean> {
  const rows = await tx
    .insert(webhookInbox)
    .values(webhook)
    .onConflictDoNothing()
    .returning({ eventId: webhookInbox.eventId });
  return rows.length > 0;
}

export async function markWebhookProcessed(tx: Tx, eventId: string): Promise<void> {
  await tx.update(webhookInbox).set({ processedAt: sql`now()` }).where(eq(webhookInbox.eventId, eventId));
}
