import { Hono } from 'hono';
import { noteProcess } from '../../db/queries/heartbeats.ts';
import { ParleyError } from '../../lib/errors.ts';
import { idSchema } from '../../lib/id-schema.ts';
import { claimRecordingSchema, recorderReportSchema } from '../../lib/recorder-messages.ts';
import { authoriseWorker } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { parseBody } from '../parse-body.ts';
import { giveRecording, judgeLeftFiles, takeReport } from '../recording/recorder-calls.ts';

/** Calls of recorder processes, signed with the LiveKit secret. */
export function recorderRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.post('/claim', async (c) => {
    await authoriseWorker(context, c);
    const { recorderId } = await parseBody(c, claimRecordingSchema);
    await noteProcess(context.database.db, { instance: recorderId, part: 'recorder', details: {} });
    const claimed = await giveRecording(context, recorderId);
    return claimed ? c.json(claimed) : c.body(null, 204);
  });

  app.post('/recordings/:id/report', async (c) => {
    await authoriseWorker(context, c);
    const report = await parseBody(c, recorderReportSchema);
    return c.json({ order: await takeReport(context, c.req.param('id'), report) });
  });

  app.get('/meetings/:meetingId/recordings/:id', async (c) => {
    await authoriseWorker(context, c);
    const meetingId = idSchema('mtg').safeParse(c.req.param('meetingId')).data;
    const recordingId = idSchema('rec').safeParse(c.req.param('id')).data;
    if (!meetingId || !recordingId) throw new ParleyError('not_found', 'There is no such recording.');
    return c.json({ order: await judgeLeftFiles(context.database.db, { meetingId, recordingId }) });
  });

  return app;
}
