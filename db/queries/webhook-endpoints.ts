/** Receivers of webhooks, as their owner manages them. */
import { asc, eq, sql } from 'drizzle-orm';
import { createId, type Id } from '../../lib/ids.ts';
import type { AddWebhook } from '../../lib/webhooks/messages.ts';
import type { Tx } from '../database.ts';
import { webhookEndpoints } from '../schema/webhook-endpoints.ts';

export type Endpoint = typeof webhookEndpoints.$inferSelect;

/** How long the secret before the newest one signs too: a receiver is changed within a working day. */
const overlapHours = 24;

export function listEndpoints(db: Tx): Promise<Endpoint[]> {
  return db.select().from(webhookEndpoints).orderBy(asc(webhookEndpoints.id));
}

export async function findEndpoint(db: Tx, id: string): Promise<Endpoint | null> {
  const [row] = await db.select().from(webhookEndpoints).where(byId(id));
  return row ?? null;
}

/** Null when there are as many as there may be. */
export async function insertEndpoint(tx: Tx, endpoint: AddWebhook, most: number): Promise<Endpoint | null> {
  const [{ there } = { there: 0 }] = await tx.execute<{ there: number }>(
    sql`select count(*)::int as there from webhook_endpoints`,
  );
  if (there >= most) return null;
  const [row] = await tx
    .insert(webhookEndpoints)
    .values({ ...endpoint, id: createId('whe') })
    .returning();
  return row ?? null;
}

/** Turned on or led elsewhere, its failures begin anew. Null when there is none. */
export async function changeEndpoint(
  tx: Tx,
  id: string,
  { on, ...values }: Partial<AddWebhook> & { on?: boolean },
): Promise<Endpoint | null> {
  const restarts = on === true || values.url !== undefined;
  const change = {
    ...values,
    ...(on === undefined ? {} : { state: on ? ('on' as const) : ('off' as const) }),
    ...(restarts ? { failingSince: null } : {}),
  };
  if (Object.keys(change).length === 0) return findEndpoint(tx, id);
  const [row] = await tx.update(webhookEndpoints).set(change).where(byId(id)).returning();
  return row ?? null;
}

/** Makes the next secret count. The one before stays good for a day; one that was older does not. */
export async function renewSecret(tx: Tx, id: string): Promise<Endpoint | null> {
  const [row] = await tx
    .update(webhookEndpoints)
    .set({
      secretVersion: sql`${webhookEndpoints.secretVersion} + 1`,
      olderSecretUntil: sql`now() + make_interval(hours => ${overlapHours})`,
    })
    .where(byId(id))
    .returning();
  return row ?? null;
}

/** With its deliveries. False when there is none. */
export async function deleteEndpoint(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.delete(webhookEndpoints).where(byId(id)).returning({ id: webhookEndpoints.id });
  return rows.length > 0;
}

const byId = (id: string) => eq(webhookEndpoints.id, id as Id<'whe'>);
