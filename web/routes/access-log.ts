import { Hono } from 'hono';
import type { z } from 'zod/mini';
import { listAccess } from '../../db/queries/access-log.ts';
import type { accessLogSchema } from '../../lib/access-log.ts';
import type { WebContext } from '../context.ts';
import { accessMeetingAs } from '../meeting-access.ts';

const newest = 200;

/** Who read, exported and shared a meeting, for its host. */
export function accessLogRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.get('/:id/access-log', async (c) => {
    const { meeting } = await accessMeetingAs(context, c, c.req.param('id'), 'edit');
    const entries = await listAccess(context.database.db, meeting.id, { limit: newest });
    return c.json({ entries } satisfies z.infer<typeof accessLogSchema>);
  });

  return app;
}
