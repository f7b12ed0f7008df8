import { Hono } from 'hono';
import { recordAccess } from '../../db/queries/access-log.ts';
import { enqueueEvent } from '../../db/queries/outbox.ts';
import { listStages, setStage } from '../../db/queries/stages.ts';
import { findSummaryVersion, listSummaryVersions, type SummaryVersion } from '../../db/queries/summaries.ts';
import { ParleyError } from '../../lib/errors.ts';
import { createId } from '../../lib/ids.ts';
import { requestSummarySchema, type SummaryView } from '../../lib/summary.ts';
import { summaryLimits } from '../../lib/summary-choice.ts';
import { cleanParagraphs } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting, accessMeetingAs } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';
import { limitRate } from '../rate-limit.ts';

/** Each one is a call of the model. */
const rewriting = { name: 'summary', max: 20, windowMs: 3_600_000 };

/** The summary of a meeting, its versions, and how far all that follows a meeting is. */
export function summaryRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/:id/summary', async (c) => {
    const { meeting, caller } = await accessMeeting(context, c, c.req.param('id'));
    const version = readVersion(c.req.query('version'));
    const summary = await findSummaryVersion(db, meeting.id, version);
    if (!summary && version !== undefined) {
      throw new ParleyError('not_found', 'There is no such version of the summary.');
    }
    if (summary) await recordAccess(db, { meetingId: meeting.id, by: caller, event: 'read' });
    const versions = (await listSummaryVersions(db, meeting.id)).map(({ createdAt, ...row }) => ({
      ...row,
      createdAtMs: createdAt.getTime(),
    }));
    return c.json({ summary: summary && summaryView(summary), versions });
  });

  app.post('/:id/summary', async (c) => {
    const { meeting } = await accessMeetingAs(context, c, c.req.param('id'), 'edit');
    const { template, instructions } = await parseBody(c, requestSummarySchema);
    if (meeting.status !== 'completed') {
      throw new ParleyError('conflict', 'The summary can be written when the meeting is over.');
    }
    await limitRate(context, c, rewriting, meeting.id);
    await db.transaction(async (tx) => {
      await setStage(tx, meeting.id, 'summary', 'waiting');
      await enqueueEvent(tx, {
        id: `summary-requested:${createId('evt')}`,
        name: 'summary/requested',
        data: {
          meetingId: meeting.id,
          template,
          instructions: cleanParagraphs(instructions, summaryLimits.instructions),
        },
      });
    });
    return c.body(null, 202);
  });

  app.get('/:id/after', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    // A recording that ended in the middle of the meeting is on its way already.
    const isOver = meeting.status === 'ended' || meeting.status === 'completed';
    return c.json({ stages: isOver ? await listStages(db, meeting.id) : [] });
  });

  return app;
}

function readVersion(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new ParleyError('bad_request', 'version is a number from 1 on');
  return Number(text);
}

function summaryView({
  id,
  version,
  basis,
  template,
  by,
  model,
  content,
  droppedCitations,
  modelMs,
  createdAt,
}: SummaryVersion): SummaryView {
  const createdAtMs = createdAt.getTime();
  return { id, version, basis, template, by, model, content, droppedCitations, modelMs, createdAtMs };
}
