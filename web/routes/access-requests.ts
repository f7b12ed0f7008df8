import { Hono } from 'hono';
import type { z } from 'zod/mini';
import { findAskedAt, listAccessRequests, listRequestsForHost } from '../../db/queries/access-requests.ts';
import {
  type accessRequestListSchema,
  askAccessSchema,
  decideAccessSchema,
  type OwnAccessRequest,
} from '../../lib/access-requests.ts';
import { askAccess } from '../access-requests/ask-access.ts';
import { accessRequestView, decideAccess, disallowAccess } from '../access-requests/decide-access.ts';
import type { WebContext } from '../context.ts';
import { accessMeetingAs, accountViewer } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';
import { requireUser } from '../session.ts';

/** Ask to see one meeting; and what its hosts do with that. Mounted at `/api/meetings`. */
export function meetingAccessRequestRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/:id/access-request', async (c) => {
    const user = await requireUser(context, c);
    const askedAt = await findAskedAt(db, user.id, c.req.param('id'));
    return c.json({ askedAtMs: askedAt?.getTime() ?? null } satisfies OwnAccessRequest);
  });

  app.post('/:id/access-request', async (c) => {
    const user = await requireUser(context, c);
    const { note } = await parseBody(c, askAccessSchema);
    return c.json(await askAccess(context, user, c.req.param('id'), note), 202);
  });

  app.get('/:id/access-requests', async (c) => {
    const { meeting } = await accessMeetingAs(context, c, c.req.param('id'), 'share');
    const requests = (await listAccessRequests(db, meeting.id)).map(accessRequestView);
    return c.json({ requests } satisfies z.infer<typeof accessRequestListSchema>);
  });

  app.post('/:id/access-requests/:requestId', async (c) => {
    const access = await accessMeetingAs(context, c, c.req.param('id'), 'share');
    const { decision } = await parseBody(c, decideAccessSchema);
    await decideAccess(context, access, c.req.param('requestId'), decision);
    return c.body(null, 204);
  });

  app.delete('/:id/access-requests/:requestId', async (c) => {
    const access = await accessMeetingAs(context, c, c.req.param('id'), 'share');
    await disallowAccess(context, access, c.req.param('requestId'));
    return c.body(null, 204);
  });

  return app;
}

/** Who waits for an answer of the account, in any meeting that it hosts. Mounted at `/api/access-requests`. */
export function accessRequestRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.get('/', async (c) => {
    const user = await requireUser(context, c);
    const waiting = await listRequestsForHost(context.database.db, accountViewer(user));
    return c.json({ requests: waiting.map(accessRequestView) } satisfies z.infer<
      typeof accessRequestListSchema
    >);
  });

  return app;
}
