import { Hono } from 'hono';
import { listGaps, listLines } from '../../db/queries/transcript.ts';
import { ParleyError } from '../../lib/errors.ts';
import { limits, type TranscriptPage } from '../../lib/messages.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting } from '../meeting-access.ts';

/** The stored transcript, page by page, for who may see the meeting. */
export function transcriptRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/:id/transcript', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    const after = parseCursor(c.req.query('after'));
    const lines = await listLines(db, meeting.id, after, limits.linesPerCall + 1);
    const page = lines.slice(0, limits.linesPerCall);
    const last = page.at(-1);
    return c.json({
      lines: page,
      gaps: await listGaps(db, meeting.id),
      next: last ? `${last.epoch}.${last.seq}` : null,
      more: lines.length > page.length,
      status: meeting.status,
    } satisfies TranscriptPage);
  });

  return app;
}

/** Reads `epoch.seq`; nothing at all means from the start. */
export function parseCursor(text: string | undefined): { epoch: number; seq: number } {
  if (text === undefined || text === '') return { epoch: 0, seq: 0 };
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(text);
  if (!match) throw new ParleyError('bad_request', 'after: is not of the form epoch.seq');
  return { epoch: Number(match[1]), seq: Number(match[2]) };
}
