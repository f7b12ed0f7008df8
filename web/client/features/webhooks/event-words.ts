import type { DeliveredEvent, WebhookEvent } from '../../../../lib/webhooks/events.ts';
import type { EndpointState, WebhookDelivery } from '../../../../lib/webhooks/messages.ts';

export const eventWords: Record<DeliveredEvent, string> = {
  'meeting.finished': 'Meeting finished',
  'summary.ready': 'Summary ready',
  'action.done': 'Action done',
  'webhook.test': 'Test',
};

export const eventHints: Record<WebhookEvent, string> = {
  'meeting.finished': 'A meeting is over and its transcript is complete.',
  'summary.ready': 'A version of a summary is stored; a later one counts further.',
  'action.done': 'Something that a person approved was carried out.',
};

export const stateWords: Record<EndpointState, string> = {
  on: 'On',
  off: 'Off',
  gone: 'Off: it answered that it wants no more (410)',
  failing: 'Off: it took nothing for five days',
};

/** Where a delivery stands, in a few words. */
export function describeDelivery({
  state,
  attempts,
  lastStatus,
  lastError,
  lastMs,
}: WebhookDelivery): string {
  if (state === 'delivered') return `Answered ${lastStatus} in ${lastMs} ms${tries(attempts)}`;
  if (state === 'failed') return `${lastError}${tries(attempts)}`;
  if (attempts === 0) return 'On its way';
  return `${lastError} It is tried again${tries(attempts)}`;
}

const tries = (attempts: number) => (attempts > 1 ? ` · ${attempts} tries` : '');
