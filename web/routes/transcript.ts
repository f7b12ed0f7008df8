import { Hono } from 'hono';
import type { WebContext } from '../context.ts';
import { accessMeeting } from '../meeting-access.ts';
import { noteReading } from '../note-reading.ts';
import { readTranscriptPage } from '../transcript-page.ts';

/** The stored transcript, page by page, for who may see the meeting. */
export function transcriptRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.get('/:id/transcript', async (c) => {
    const { meeting, caller } = await accessMeeting(context, c, c.req.param('id'));
    await noteReading(context, { meeting, caller });
    return c.json(await readTranscriptPage(context, meeting, c.req.query('after')));
  });

  return app;
}
