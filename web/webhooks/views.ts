import type { Delivery } from '../../db/queries/webhook-deliveries.ts';
import type { Endpoint } from '../../db/queries/webhook-endpoints.ts';
import type { WebhookDelivery, WebhookEndpoint } from '../../lib/webhooks/messages.ts';

export function endpointView(endpoint: Endpoint): WebhookEndpoint {
  const { id, name, url, events, state, failingSince, olderSecretUntil, createdAt } = endpoint;
  return {
    id,
    name,
    url,
    events,
    state,
    failingSinceMs: failingSince?.getTime() ?? null,
    olderSecretUntilMs: olderSecretUntil?.getTime() ?? null,
    createdAtMs: createdAt.getTime(),
  };
}

export function deliveryView(delivery: Delivery): WebhookDelivery {
  const { id, messageId, event, state, attempts, lastStatus, lastError, lastMs, createdAt, lastAt } =
    delivery;
  return {
    id,
    messageId,
    event,
    state,
    attempts,
    lastStatus,
    lastError,
    lastMs,
    createdAtMs: createdAt.getTime(),
    lastAtMs: lastAt?.getTime() ?? null,
  };
}
