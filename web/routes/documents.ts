import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import { ParleyError } from '../../lib/errors.ts';
import { idSchema } from '../../lib/id-schema.ts';
import type { WebContext } from '../context.ts';
import { createDocumentServer } from '../documents/document-server.ts';
import { rememberedMember } from '../remembered-person.ts';
import { currentUser } from '../session.ts';

/** The one WebSocket address of web. What somebody may do is asked for each document. */
export function documentRoutes(context: WebContext): Hono {
  const app = new Hono();
  const documents = createDocumentServer(context);

  app.get(
    '/:id/documents',
    upgradeWebSocket(async (c) => {
      const user = await currentUser(context, c);
      const meetingId = idSchema('mtg').safeParse(c.req.param('id')).data;
      const guest = meetingId ? await rememberedMember(context, c, { meetingId, user }) : null;
      return documents.serve(c.req.raw, { user, guest });
    }),
    () => {
      throw new ParleyError('bad_request', 'This address is for WebSockets.');
    },
  );

  return app;
}
