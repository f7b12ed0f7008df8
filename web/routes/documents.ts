import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import { ParleyError } from '../../lib/errors.ts';
import type { WebContext } from '../context.ts';
import { createDocumentServer } from '../documents/document-server.ts';
import { currentUser } from '../session.ts';

/** The one WebSocket address of web. Who somebody is in a meeting is asked for each document. */
export function documentRoutes(context: WebContext): Hono {
  const app = new Hono();
  const documents = createDocumentServer(context);

  app.get(
    '/',
    upgradeWebSocket(async (c) => documents.serve(c.req.raw, await currentUser(context, c))),
    () => {
      throw new ParleyError('bad_request', 'This address is for WebSockets.');
    },
  );

  return app;
}
