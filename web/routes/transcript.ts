import { Hono } from 'hono';
import { recordAccess } from '../../db/queries/access-log.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting } from '../meeting-access.ts';
import { readTranscriptPage } from '../transcript-page.ts';

/** The stored transcript, page by page, for who may see the meeting. */
export function transcriptRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.get('/:id/transcript', async (c) => {
    const { meeting, caller } = await accessMeeting(context, c, c.req.param('id'));
    const after = c.req.query('after');
    // In the meeting everyone reads along.
    if (after === undefined && meeting.status !== 'live') {
      await recordAccess(context.database.db, { meetingId: meeting.id, by: caller, event: 'read' });
    }
    return c.json(await readTranscriptPage(context, meeting, after));
  });

  return app;
}
