import { Hono } from 'hono';
import { findMeeting } from '../../db/queries/meetings.ts';
import { listGaps, listLines } from '../../db/queries/transcript.ts';
import { ParleyError } from '../../lib/errors.ts';
import { limits, type TranscriptPage } from '../../lib/messages.ts';
import { authoriseMember } from '../authorise.ts';
import type { WebContext } from '../context.ts';

/** The stored transcript, page by page, for people who are or were in the meeting. */
export function transcriptRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/:id/transcript', async (c) => {
    const { meetingId } = await authoriseMember(context, c, c.req.param('id'));
    const after = parseCursor(c.req.query('after'));
    const meeting = await findMeeting(db, meetingId);
    if (!meeting) throw new ParleyError('not_found', 'This meeting does not exist any more.');
    const lines = await listLines(db, meetingId, after, limits.linesPerCall + 1);
    const page = lines.slice(0, limits.linesPerCall);
    const last = page.at(-1);
    return c.json({
      lines: page,
      gaps: await listGaps(db, meetingId),
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
