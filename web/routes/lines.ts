import { type Context, Hono } from 'hono';
import { findLineView } from '../../db/queries/final-lines.ts';
import { listEdits } from '../../db/queries/line-edits.ts';
import type { LineRef } from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { correctLineSchema, nameSpeakerSchema } from '../../lib/line-edit-messages.ts';
import { readLineRef } from '../../lib/line-messages.ts';
import { personOf } from '../approvals/person-of.ts';
import type { WebContext } from '../context.ts';
import { correctLine, nameLineSpeaker, renameSpeaker } from '../lines/correct-transcript.ts';
import { readLinePage } from '../lines/read-page.ts';
import { accessMeeting, accessMeetingAs } from '../meeting-access.ts';
import { noteReading } from '../note-reading.ts';
import { parseBody } from '../parse-body.ts';

/** The transcript as it counts, and corrections of it. */
export function lineRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/:id/lines', async (c) => {
    const { meeting, caller } = await accessMeeting(context, c, c.req.param('id'));
    await noteReading(context, { meeting, caller });
    return c.json(await readLinePage(context, meeting.id, c.req.query('after')));
  });

  app.put('/:id/lines/:ref', async (c) => {
    const correction = await accessCorrection(context, c, c.req.param('id'));
    const edit = await parseBody(c, correctLineSchema);
    return c.json({ line: await correctLine(context, refOf(c), edit, correction) });
  });

  app.put('/:id/lines/:ref/speaker', async (c) => {
    const correction = await accessCorrection(context, c, c.req.param('id'));
    const name = await parseBody(c, nameSpeakerSchema);
    return c.json({ line: await nameLineSpeaker(context, refOf(c), name, correction) });
  });

  app.put('/:id/speakers/:speaker', async (c) => {
    const correction = await accessCorrection(context, c, c.req.param('id'));
    await renameSpeaker(context, c.req.param('speaker'), await parseBody(c, nameSpeakerSchema), correction);
    return c.body(null, 204);
  });

  app.get('/:id/lines/:ref/edits', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    const line = await findLineView(db, meeting.id, refOf(c));
    if (!line) throw new ParleyError('not_found', 'There is no such line in this meeting.');
    return c.json({ edits: await listEdits(db, meeting.id, line) });
  });

  return app;
}

async function accessCorrection(context: WebContext, c: Context, id: string) {
  const { meeting, user } = await accessMeetingAs(context, c, id, 'correct');
  const person = await personOf(context, c, meeting.id);
  return { meeting, editor: { participantId: person?.id ?? null, userId: user?.id ?? null } };
}

function refOf(c: Context): LineRef {
  const ref = readLineRef(c.req.param('ref') ?? '');
  if (!ref) throw new ParleyError('bad_request', 'A line is named by epoch.seq.');
  return ref;
}
