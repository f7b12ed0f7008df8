/** What the page and web say to each other about webhooks. Times are Unix milliseconds. */
import { z } from 'zod/mini';
import { idSchema } from '../id-schema.ts';
import { testEvent, webhookEvents } from './events.ts';

export const webhookLimits = { name: 80, url: 2_000, endpoints: 20, deliveries: 50 };

const unixMs = z.number();
const event = z.enum(webhookEvents);
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(webhookLimits.name));
const url = z.string().check(z.trim(), z.maxLength(webhookLimits.url));
const events = z.array(event).check(z.minLength(1, 'choose at least one'), z.maxLength(webhookEvents.length));

export const addWebhookSchema = z.object({ name, url, events });
export type AddWebhook = z.infer<typeof addWebhookSchema>;
/** What is left out stays as it is. */
export const changeWebhookSchema = z.partial(z.object({ name, url, events, on: z.boolean() }));
export type ChangeWebhook = z.infer<typeof changeWebhookSchema>;

/** `off`: by a person; `gone`: it answered 410; `failing`: it took nothing for days. */
export const endpointStates = ['on', 'off', 'gone', 'failing'] as const;
export type EndpointState = (typeof endpointStates)[number];
/** `waiting`: on its way, or until the next try. */
export const deliveryStates = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const webhookEndpointSchema = z.object({
  id: idSchema('whe'),
  name: z.string(),
  url: z.string(),
  events: z.array(event),
  state: z.enum(endpointStates),
  /** Since when nothing was taken; null while it works. */
  failingSinceMs: z.nullable(unixMs),
  /** Until then webhooks have a signature by the secret before the newest one, too. */
  olderSecretUntilMs: z.nullable(unixMs),
  createdAtMs: unixMs,
});
export type WebhookEndpoint = z.infer<typeof webhookEndpointSchema>;

export const webhookListSchema = z.object({ endpoints: z.array(webhookEndpointSchema) });
export const webhookAnswerSchema = z.object({ endpoint: webhookEndpointSchema });
/** The only answer that has the secret. */
export const webhookSecretSchema = z.object({ endpoint: webhookEndpointSchema, secret: z.string() });
export type WebhookSecret = z.infer<typeof webhookSecretSchema>;

export const webhookDeliverySchema = z.object({
  id: idSchema('whd'),
  /** The header `webhook-id`. */
  messageId: z.string(),
  event: z.enum([...webhookEvents, testEvent]),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  /** HTTP status of the last answer; null where there was none. */
  lastStatus: z.nullable(z.int()),
  /** Why the last try did not work, for people; empty when it did. */
  lastError: z.string(),
  /** How long the last answer took. */
  lastMs: z.nullable(z.int()),
  createdAtMs: unixMs,
  lastAtMs: z.nullable(unixMs),
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;
export const deliveryListSchema = z.object({ deliveries: z.array(webhookDeliverySchema) });
export const deliveryAnswerSchema = z.object({ delivery: webhookDeliverySchema });
