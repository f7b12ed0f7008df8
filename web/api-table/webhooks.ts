import {
  addWebhookSchema,
  changeWebhookSchema,
  deliveryAnswerSchema,
  deliveryListSchema,
  webhookAnswerSchema,
  webhookListSchema,
  webhookSecretSchema,
} from '../../lib/webhooks/messages.ts';
import { type ApiGroup, describeRoute } from './route.ts';

const access = 'workspaceOwner' as const;

export const webhookGroup: ApiGroup = {
  name: 'Webhooks to other systems',
  routes: [
    describeRoute('GET /api/workspace/webhooks', {
      summary: 'Other systems that are told what happens here',
      access,
      answer: { status: 200, schema: webhookListSchema },
    }),
    describeRoute('POST /api/workspace/webhooks', {
      summary: 'Add an endpoint; only this answer has its secret',
      access,
      request: addWebhookSchema,
      answer: { status: 201, schema: webhookSecretSchema },
    }),
    describeRoute('PATCH /api/workspace/webhooks/:id', {
      summary: 'Rename an endpoint, lead it elsewhere, choose its events, turn it on or off',
      access,
      request: changeWebhookSchema,
      answer: { status: 200, schema: webhookAnswerSchema },
    }),
    describeRoute('DELETE /api/workspace/webhooks/:id', {
      summary: 'Delete an endpoint with its deliveries',
      access,
      answer: { status: 204 },
    }),
    describeRoute('POST /api/workspace/webhooks/:id/secret', {
      summary: 'Make a new secret; the one before signs too for a day',
      access,
      answer: { status: 200, schema: webhookSecretSchema },
    }),
    describeRoute('GET /api/workspace/webhooks/:id/deliveries', {
      summary: 'The last 50 deliveries, newest first',
      access,
      answer: { status: 200, schema: deliveryListSchema },
    }),
    describeRoute('POST /api/workspace/webhooks/:id/test', {
      summary: 'Send an event about nothing, once',
      access,
      answer: { status: 202, schema: deliveryAnswerSchema },
    }),
    describeRoute('POST /api/workspace/webhooks/:id/deliveries/:deliveryId/resend', {
      summary: 'Send a delivery again, as the same message',
      access,
      answer: { status: 202, schema: deliveryAnswerSchema },
    }),
  ],
};
