import { Hono } from 'hono';
import { recordAccess } from '../../db/queries/access-log.ts';
import { findPicture } from '../../db/queries/egresses.ts';
import { findSound } from '../../db/queries/recordings.ts';
import { ParleyError } from '../../lib/errors.ts';
import { controlRecordingSchema } from '../../lib/recording-messages.ts';
import { authoriseMember } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';
import { limitRate, type RateLimit } from '../rate-limit.ts';
import { startRecording, stopRecording } from '../recording/control-recording.ts';
import { describeRecordings } from '../recording/describe-recordings.ts';
import { sendMedia } from '../recording/send-media.ts';
import { tellModeratorsOfWish } from '../recording/wish.ts';

/** Every wish interrupts those who may record; a "no" should hold for a while. */
const wishes: RateLimit = { name: 'ask-to-record', max: 3, windowMs: 10 * 60_000 };

/** Recordings of a meeting: control, what there is, and sound and picture themselves. */
export function recordingRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.post('/:id/recording', async (c) => {
    const actor = await authoriseMember(context, c, c.req.param('id'), 'record');
    const { active, picture } = await parseBody(c, controlRecordingSchema);
    const { meetingId, id: startedBy } = actor;
    if (active) await startRecording(context, { meetingId, startedBy, picture });
    else await stopRecording(context, meetingId);
    return c.body(null, 204);
  });

  app.post('/:id/recording/ask', async (c) => {
    const asking = await authoriseMember(context, c, c.req.param('id'));
    await limitRate(context, c, wishes, asking.id);
    await tellModeratorsOfWish(context, asking);
    return c.body(null, 204);
  });

  app.get('/:id/recordings', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    return c.json({ recordings: await describeRecordings(context, meeting) });
  });

  app.get('/:id/recordings/:soundId/sound', async (c) => {
    const { meeting, caller } = await accessMeeting(context, c, c.req.param('id'));
    const { db } = context.database;
    const location = await findSound(db, meeting.id, c.req.param('soundId'));
    if (!location) throw new ParleyError('not_found', 'There is no such recording.');
    await recordAccess(db, { meetingId: meeting.id, by: caller, event: 'heard' });
    return sendMedia(c, context.recordings, { kind: 'sound', location });
  });

  app.get('/:id/recordings/:pictureId/picture', async (c) => {
    const { meeting, caller } = await accessMeeting(context, c, c.req.param('id'));
    const { db } = context.database;
    const location = await findPicture(db, meeting.id, c.req.param('pictureId'));
    if (!location) throw new ParleyError('not_found', 'There is no such picture.');
    await recordAccess(db, { meetingId: meeting.id, by: caller, event: 'watched' });
    return sendMedia(c, context.recordings, { kind: 'picture', location });
  });

  return app;
}
