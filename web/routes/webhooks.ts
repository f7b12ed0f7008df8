import { Hono } from 'hono';
import { WebhookReceiver } from 'livekit-server-sdk';
import { ParleyError } from '../../lib/errors.ts';
import { applyWebhook } from '../apply-webhook.ts';
import type { WebContext } from '../context.ts';

/** LiveKit's webhooks. The signature covers the raw body, so no JSON parser may come before it. */
export function webhookRoutes(context: WebContext): Hono {
  const receiver = new WebhookReceiver(context.livekit.apiKey, context.livekit.apiSecret);
  const app = new Hono();

  app.post('/livekit', async (c) => {
    const body = await c.req.text();
    const event = await receiver.receive(body, c.req.header('authorization')).catch((cause) => {
      throw new ParleyError('unauthorized', 'This webhook is not signed by our LiveKit server.', { cause });
    });
    await applyWebhook(context, event);
    return c.body(null, 204);
  });

  return app;
}
