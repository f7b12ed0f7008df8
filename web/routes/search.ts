import { Hono } from 'hono';
import { type SearchAnswer, searchQuerySchema } from '../../lib/archive-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { searchArchive } from '../archive/search-archive.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting, accountViewer } from '../meeting-access.ts';
import { noteFound, noteReading } from '../note-reading.ts';
import { parseQuery } from '../parse-query.ts';
import { requireUser } from '../session.ts';

/** Search in all meetings of an account. */
export function searchRoutes(context: WebContext): Hono {
  const app = new Hono();
  app.get('/', async (c) => {
    const user = await requireUser(context, c);
    const { from, to, ...query } = parseQuery(c, searchQuerySchema);
    const viewer = accountViewer(user);
    const scope = { kind: 'all', viewer, from, to, timeZone: user.timeZone } as const;
    const note = (found: readonly MeetingId[]) => noteFound(context, found, user);
    const answer = await searchArchive(context.database.db, { ...query, scope, note });
    return c.json(answer satisfies SearchAnswer);
  });
  return app;
}

/** Search in one meeting, also for people of it without an account. */
export function meetingSearchRoutes(context: WebContext): Hono {
  const app = new Hono();
  app.get('/:id/search', async (c) => {
    const { meeting, caller } = await accessMeeting(context, c, c.req.param('id'));
    const scope = { kind: 'meeting', meetingId: meeting.id } as const;
    const query = parseQuery(c, searchQuerySchema);
    await noteReading(context, { meeting, caller });
    return c.json((await searchArchive(context.database.db, { ...query, scope })) satisfies SearchAnswer);
  });
  return app;
}
