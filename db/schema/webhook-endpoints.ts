import { index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { Id, MeetingId } from '../../lib/ids.ts';
import type { DeliveredEvent, WebhookEvent } from '../../lib/webhooks/events.ts';
import type { DeliveryState, EndpointState } from '../../lib/webhooks/messages.ts';
import { meetings } from './meetings.ts';
import { moment } from './moment.ts';

/** Addresses of other systems that are told what happens in this installation. */
export const webhookEndpoints = pgTable('webhook_endpoints', {
  id: text('id').$type<Id<'whe'>>().primaryKey(),
  name: text('name').notNull(),
  url: text('url').notNull(),
  events: text('events').array().$type<WebhookEvent[]>().notNull(),
  state: text('state').$type<EndpointState>().notNull().default('on'),
  /** Secrets are derived from it, and not stored. Counts from 1. */
  secretVersion: integer('secret_version').notNull().default(1),
  /** Until then the secret before it signs too. */
  olderSecretUntil: moment('older_secret_until'),
  /** The first try since which none was taken; null while it works. */
  failingSince: moment('failing_since'),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** One fact on its way to one endpoint, written in the transaction that made it true. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: text('id').$type<Id<'whd'>>().primaryKey(),
    endpointId: text('endpoint_id')
      .$type<Id<'whe'>>()
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    /** The header `webhook-id`: one for each fact, whichever endpoint gets it and however often. */
    messageId: text('message_id').notNull(),
    event: text('event').$type<DeliveredEvent>().notNull(),
    /** Null for a test. */
    meetingId: text('meeting_id')
      .$type<MeetingId>()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** Of the meeting, summary or action that it is about; of itself for a test. */
    subjectId: text('subject_id').notNull(),
    /** Written at the first try, and the same at each. */
    body: text('body'),
    state: text('state').$type<DeliveryState>().notNull().default('waiting'),
    /** Raised when somebody sends it again: what went on before stops. */
    round: integer('round').notNull().default(1),
    attempts: integer('attempts').notNull().default(0),
    lastStatus: integer('last_status'),
    /** A sentence for people. */
    lastError: text('last_error').notNull().default(''),
    /** How long the last try took, in milliseconds. */
    lastMs: integer('last_ms'),
    lastAt: moment('last_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    unique('webhook_deliveries_message').on(t.endpointId, t.messageId),
    index('webhook_deliveries_meeting').on(t.meetingId),
    index('webhook_deliveries_created').on(t.createdAt),
  ],
);
