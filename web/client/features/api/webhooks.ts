import { z } from 'zod/mini';
import {
  type AddWebhook,
  type ChangeWebhook,
  deliveryAnswerSchema,
  deliveryListSchema,
  type WebhookDelivery,
  type WebhookEndpoint,
  type WebhookSecret,
  webhookAnswerSchema,
  webhookListSchema,
  webhookSecretSchema,
} from '../../../../lib/webhooks/messages.ts';
import { callApi } from './call-api.ts';

const base = '/api/workspace/webhooks';
const at = (id: string) => `${base}/${encodeURIComponent(id)}`;
const nothing = z.null();

export async function listWebhooks(signal?: AbortSignal): Promise<WebhookEndpoint[]> {
  return (await callApi(base, webhookListSchema, { signal })).endpoints;
}

export const addWebhook = (body: AddWebhook): Promise<WebhookSecret> =>
  callApi(base, webhookSecretSchema, { method: 'POST', body });

export async function changeWebhook(id: string, body: ChangeWebhook): Promise<WebhookEndpoint> {
  return (await callApi(at(id), webhookAnswerSchema, { method: 'PATCH', body })).endpoint;
}

export async function deleteWebhook(id: string): Promise<void> {
  await callApi(at(id), nothing, { method: 'DELETE' });
}

export const renewWebhookSecret = (id: string): Promise<WebhookSecret> =>
  callApi(`${at(id)}/secret`, webhookSecretSchema, { method: 'POST' });

export async function listDeliveries(id: string, signal?: AbortSignal): Promise<WebhookDelivery[]> {
  return (await callApi(`${at(id)}/deliveries`, deliveryListSchema, { signal })).deliveries;
}

export async function sendTestWebhook(id: string): Promise<void> {
  await callApi(`${at(id)}/test`, deliveryAnswerSchema, { method: 'POST' });
}

export async function resendWebhook(id: string, deliveryId: string): Promise<void> {
  const path = `${at(id)}/deliveries/${encodeURIComponent(deliveryId)}/resend`;
  await callApi(path, deliveryAnswerSchema, { method: 'POST' });
}
