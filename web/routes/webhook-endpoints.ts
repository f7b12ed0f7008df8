import { Hono } from 'hono';
import { addTestDelivery, listDeliveries, resendDelivery } from '../../db/queries/webhook-deliveries.ts';
import {
  changeEndpoint,
  deleteEndpoint,
  type Endpoint,
  findEndpoint,
  insertEndpoint,
  listEndpoints,
  renewSecret,
} from '../../db/queries/webhook-endpoints.ts';
import { ParleyError } from '../../lib/errors.ts';
import { addWebhookSchema, changeWebhookSchema, webhookLimits } from '../../lib/webhooks/messages.ts';
import { createWebhookSecrets } from '../../lib/webhooks/secrets.ts';
import type { WebContext } from '../context.ts';
import { parseBody } from '../parse-body.ts';
import { requireOwner } from '../session.ts';
import { checkDestination } from '../webhooks/check-destination.ts';
import { deliveryView, endpointView } from '../webhooks/views.ts';

/** Other systems that are told what happens here, for the owner of the installation. Mounted at `/api/workspace/webhooks`. */
export function webhookEndpointRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const secrets = createWebhookSecrets(context.secret);
  const app = new Hono();
  const withSecret = (endpoint: Endpoint) => ({
    endpoint: endpointView(endpoint),
    secret: secrets.secretOf(endpoint.id, endpoint.secretVersion),
  });

  app.use(async (c, next) => {
    await requireOwner(context, c);
    await next();
  });

  app.get('/', async (c) => c.json({ endpoints: (await listEndpoints(db)).map(endpointView) }));

  app.post('/', async (c) => {
    const { url, ...rest } = await parseBody(c, addWebhookSchema);
    const wanted = { ...rest, url: await checkDestination(url) };
    const endpoint = await insertEndpoint(db, wanted, webhookLimits.endpoints);
    if (!endpoint) throw new ParleyError('conflict', `There can be ${webhookLimits.endpoints} endpoints.`);
    return c.json(withSecret(endpoint), 201);
  });

  app.patch('/:id', async (c) => {
    const { url, ...rest } = await parseBody(c, changeWebhookSchema);
    const change = url === undefined ? rest : { ...rest, url: await checkDestination(url) };
    return c.json({ endpoint: endpointView(there(await changeEndpoint(db, c.req.param('id'), change))) });
  });

  app.delete('/:id', async (c) => {
    if (!(await deleteEndpoint(db, c.req.param('id')))) throw noEndpoint();
    return c.body(null, 204);
  });

  app.post('/:id/secret', async (c) => c.json(withSecret(there(await renewSecret(db, c.req.param('id'))))));

  app.get('/:id/deliveries', async (c) => {
    const { id } = there(await findEndpoint(db, c.req.param('id')));
    const deliveries = await listDeliveries(db, id, webhookLimits.deliveries);
    return c.json({ deliveries: deliveries.map(deliveryView) });
  });

  app.post('/:id/test', async (c) => {
    const { id } = there(await findEndpoint(db, c.req.param('id')));
    const delivery = await db.transaction((tx) => addTestDelivery(tx, id));
    return c.json({ delivery: deliveryView(delivery) }, 202);
  });

  app.post('/:id/deliveries/:deliveryId/resend', async (c) => {
    const { id, state } = there(await findEndpoint(db, c.req.param('id')));
    if (state !== 'on') throw new ParleyError('conflict', 'Turn the endpoint on first.');
    const delivery = await resendDelivery(db, id, c.req.param('deliveryId'));
    if (!delivery) throw new ParleyError('not_found', 'There is no such delivery.');
    return c.json({ delivery: deliveryView(delivery) }, 202);
  });

  return app;
}

const noEndpoint = () => new ParleyError('not_found', 'There is no such endpoint.');

function there(endpoint: Endpoint | null): Endpoint {
  if (!endpoint) throw noEndpoint();
  return endpoint;
}
