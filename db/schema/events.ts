import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './moment.ts';

/** Verified LiveKit webhooks by LiveKit's event id: a replay finds its row and changes nothing. */
export const webhookInbox = pgTable('webhook_inbox', {
  eventId: text('event_id').primaryKey(),
  event: text('event').notNull(),
  roomName: text('room_name'),
  /** When LiveKit made it, to the second. */
  createdAt: moment('created_at').notNull(),
  receivedAt: moment('received_at').notNull().defaultNow(),
  /** Reduced to what we use: LiveKit's own payload can hold TURN passwords. */
  payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
  processedAt: moment('processed_at'),
});

/** Events on their way to Inngest, written in the transaction that made them true. */
export const eventOutbox = pgTable(
  'event_outbox',
  {
    /** Also the Inngest event id, which makes a repeated delivery harmless. */
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    sentAt: moment('sent_at'),
    attempts: integer('attempts').notNull().default(0),
    /** Not before this moment: backoff after a failed delivery. */
    dueAt: moment('due_at').notNull().defaultNow(),
    lastError: text('last_error'),
  },
  (t) => [index('event_outbox_due').on(t.sentAt, t.dueAt)],
);

/** Every process reports here (agents through web); the health page and the reconciler read it. */
export const processHeartbeats = pgTable('process_heartbeats', {
  instance: text('instance').primaryKey(),
  part: text('part').$type<'agent' | 'functions' | 'recorder'>().notNull(),
  seenAt: moment('seen_at').notNull().defaultNow(),
  details: jsonb('details').$type<Record<string, unknown>>().notNull(),
});
