/** Facts on their way to receivers of webhooks. */
import { and, arrayContains, desc, eq, lt, ne, sql } from 'drizzle-orm';
import { createId, type Id, type MeetingId } from '../../lib/ids.ts';
import { testEvent, type WebhookEvent } from '../../lib/webhooks/events.ts';
import type { Db, Tx } from '../database.ts';
import { webhookDeliveries, webhookEndpoints } from '../schema/webhook-endpoints.ts';
import { enqueueEvent } from './outbox.ts';
import type { Endpoint } from './webhook-endpoints.ts';

export type Delivery = typeof webhookDeliveries.$inferSelect;
type EndpointId = Id<'whe'>;

/** Something that happened, once: the same subject is never told twice as the same event. */
export interface WebhookFact {
  event: WebhookEvent;
  meetingId: MeetingId;
  subjectId: string;
}

/** Sends the fact to every endpoint that wants it, when the caller's transaction commits. */
export async function announceFact(tx: Tx, { event, meetingId, subjectId }: WebhookFact): Promise<void> {
  const wanted = await tx
    .select({ id: webhookEndpoints.id })
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.state, 'on'), arrayContains(webhookEndpoints.events, [event])))
    // One that is deleted meanwhile must not undo what the caller does.
    .for('key share');
  const messageId = `${event}:${subjectId}`.replaceAll('.', '-');
  for (const { id: endpointId } of wanted) {
    await addDelivery(tx, { id: createId('whd'), endpointId, messageId, event, meetingId, subjectId });
  }
}

/** Sends an event about nothing. */
export async function addTestDelivery(tx: Tx, endpointId: EndpointId): Promise<Delivery> {
  const id = createId('whd');
  const messageId = `webhook-test:${id}`;
  const delivery = await addDelivery(tx, { id, endpointId, messageId, event: testEvent, subjectId: id });
  if (!delivery) throw new Error('insert returned no row');
  return delivery;
}

async function addDelivery(tx: Tx, values: typeof webhookDeliveries.$inferInsert): Promise<Delivery | null> {
  const [row] = await tx.insert(webhookDeliveries).values(values).onConflictDoNothing().returning();
  if (row) await enqueueDelivery(tx, row);
  return row ?? null;
}

async function enqueueDelivery(tx: Tx, { id: deliveryId, endpointId, round }: Delivery): Promise<void> {
  await enqueueEvent(tx, {
    id: `webhook-due:${deliveryId}:${round}`,
    name: 'webhook/due',
    data: { deliveryId, endpointId, round },
  });
}

/** Sends it from the beginning, as the same message; what went on before stops. Null when there is none. */
export function resendDelivery(db: Db, endpointId: EndpointId, id: string): Promise<Delivery | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(webhookDeliveries)
      .set({ state: 'waiting', round: sql`${webhookDeliveries.round} + 1` })
      .where(and(eq(webhookDeliveries.id, id as Id<'whd'>), eq(webhookDeliveries.endpointId, endpointId)))
      .returning();
    if (row) await enqueueDelivery(tx, row);
    return row ?? null;
  });
}

/** Newest first. */
export function listDeliveries(db: Tx, endpointId: EndpointId, limit: number): Promise<Delivery[]> {
  return db
    .select()
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.endpointId, endpointId))
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit);
}

export interface DueDelivery {
  delivery: Delivery;
  endpoint: Endpoint;
}

export async function findDelivery(db: Tx, id: Delivery['id']): Promise<DueDelivery | null> {
  const [row] = await db
    .select({ delivery: webhookDeliveries, endpoint: webhookEndpoints })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(eq(webhookDeliveries.id, id));
  return row ?? null;
}

/** Keeps what is sent; of two that write at once the first stays, and comes back. Null when it is deleted. */
export async function keepBody(db: Tx, id: Delivery['id'], body: string): Promise<string | null> {
  const kept = await db
    .update(webhookDeliveries)
    .set({ body: sql`coalesce(${webhookDeliveries.body}, ${body})` })
    .where(eq(webhookDeliveries.id, id))
    .returning({ body: webhookDeliveries.body });
  return kept[0]?.body ?? null;
}

export interface Attempt {
  state: Delivery['state'];
  status: number | null;
  /** A sentence; empty when it was taken. */
  error: string;
  ms: number | null;
}

/** Notes a try of this round; false when somebody has begun another one, or it is deleted. */
export async function noteAttempt(
  tx: Tx,
  { id, round }: Pick<Delivery, 'id' | 'round'>,
  { state, status, error, ms }: Attempt,
): Promise<boolean> {
  const rows = await tx
    .update(webhookDeliveries)
    .set({
      state,
      attempts: sql`${webhookDeliveries.attempts} + 1`,
      lastStatus: status,
      lastError: error,
      lastMs: ms,
      lastAt: sql`now()`,
    })
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.round, round)))
    .returning({ id: webhookDeliveries.id });
  return rows.length > 0;
}

/** Ends a delivery that waits, without a try. */
export async function failDelivery(
  tx: Tx,
  { id, round }: Pick<Delivery, 'id' | 'round'>,
  reason: string,
): Promise<void> {
  await tx
    .update(webhookDeliveries)
    .set({ state: 'failed', lastError: reason })
    .where(
      and(
        eq(webhookDeliveries.id, id),
        eq(webhookDeliveries.round, round),
        eq(webhookDeliveries.state, 'waiting'),
      ),
    );
}

/** It works, as of now. */
export async function noteWorking(tx: Tx, id: EndpointId): Promise<void> {
  await tx.update(webhookEndpoints).set({ failingSince: null }).where(eq(webhookEndpoints.id, id));
}

/** Since when it has been failing; from now on when it was working. Null when it is deleted. */
export async function noteFailing(tx: Tx, id: EndpointId): Promise<Date | null> {
  const [row] = await tx
    .update(webhookEndpoints)
    .set({ failingSince: sql`coalesce(${webhookEndpoints.failingSince}, now())` })
    .where(eq(webhookEndpoints.id, id))
    .returning({ failingSince: webhookEndpoints.failingSince });
  return row?.failingSince ?? null;
}

/** False when it is off already. */
export async function turnOff(tx: Tx, id: EndpointId, state: 'gone' | 'failing'): Promise<boolean> {
  const rows = await tx
    .update(webhookEndpoints)
    .set({ state })
    .where(and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.state, 'on')))
    .returning({ id: webhookEndpoints.id });
  return rows.length > 0;
}

/** Forgets what is over since so many days; gives how many. */
export async function forgetDeliveries(db: Tx, { days }: { days: number }): Promise<number> {
  const rows = await db
    .delete(webhookDeliveries)
    .where(
      and(
        ne(webhookDeliveries.state, 'waiting'),
        lt(webhookDeliveries.createdAt, sql`now() - make_interval(days => ${days})`),
      ),
    )
    .returning({ id: webhookDeliveries.id });
  return rows.length;
}
