import type { MeetingId } from '../../../../lib/ids.ts';
import {
  readLinkAnswerSchema,
  type Subscription,
  subscriptionSchema,
} from '../../../../lib/mail-messages.ts';
import { callApi } from './call-api.ts';

const at = (token: string) => `/api/unsubscribe/${encodeURIComponent(token)}`;

/** Errors of all of these: `not_found` for a link that is cut off or over. */
export function getSubscription(token: string, signal?: AbortSignal): Promise<Subscription> {
  return callApi(at(token), subscriptionSchema, { signal });
}

export function setSubscribed(token: string, subscribed: boolean): Promise<Subscription> {
  return callApi(at(token), subscriptionSchema, { method: subscribed ? 'DELETE' : 'POST' });
}

export async function openReadLink(token: string): Promise<MeetingId> {
  const { meetingId } = await callApi('/api/read-links', readLinkAnswerSchema, {
    method: 'POST',
    body: { token },
  });
  return meetingId;
}
