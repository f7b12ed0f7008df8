import { type Context, Hono } from 'hono';
import { recordAccess } from '../../db/queries/access-log.ts';
import { findPicture } from '../../db/queries/egresses.ts';
import { findMix } from '../../db/queries/recordings.ts';
import { countOpening, listShares } from '../../db/queries/shares.ts';
import { ParleyError } from '../../lib/errors.ts';
import { createShareSchema, openShareSchema } from '../../lib/shares.ts';
import type { WebContext } from '../context.ts';
import { accessMeetingAs } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';
import { forgiveRate, limitRate } from '../rate-limit.ts';
import { sendMedia, sendSoundPart } from '../recording/send-media.ts';
import { createShare, shareView, withdrawShare } from '../shares/manage-shares.ts';
import { accessBySecret, accessSharedPart, rememberSecret } from '../shares/share-access.ts';
import { soundPart, spanOf } from '../shares/share-span.ts';
import { shareLinks } from '../shares/share-state.ts';
import { readSharedMeeting } from '../shares/shared-meeting.ts';

/** Links of one meeting, for those who host it. Mounted at `/api/meetings`. */
export function meetingShareRoutes(context: WebContext): Hono {
  const app = new Hono();
  const links = shareLinks(context);
  const accessAsSharer = (c: Context, id: string) => accessMeetingAs(context, c, id, 'share');

  app.get('/:id/shares', async (c) => {
    const { meeting } = await accessAsSharer(c, c.req.param('id'));
    const shares = await listShares(context.database.db, meeting.id);
    const now = new Date();
    return c.json({ shares: shares.map((share) => shareView(share, links, now)) });
  });

  app.post('/:id/shares', async (c) => {
    const access = await accessAsSharer(c, c.req.param('id'));
    const share = await createShare(context, access, await parseBody(c, createShareSchema));
    return c.json({ share: shareView(share, links, new Date()) }, 201);
  });

  app.delete('/:id/shares/:shareId', async (c) => {
    const access = await accessAsSharer(c, c.req.param('id'));
    await withdrawShare(context, access, c.req.param('shareId'));
    return c.body(null, 204);
  });

  return app;
}

const guesses = { name: 'share', max: 30, windowMs: 600_000 };

/** What the page of a link calls. Mounted at `/api/shares`. */
export function shareRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.post('/open', async (c) => {
    const { secret } = await parseBody(c, openShareSchema);
    await limitRate(context, c, guesses);
    const access = await accessBySecret(context, secret);
    await forgiveRate(context, c, guesses);
    const { share, meeting, caller } = access;
    await countOpening(db, share.id);
    await recordAccess(db, { meetingId: meeting.id, by: caller, event: 'read' });
    rememberSecret(context, c, access, secret);
    return c.json(await readSharedMeeting(db, access, new Date()));
  });

  app.get('/:shareId/sound/:recordingId', async (c) => {
    const { shareId, recordingId } = c.req.param();
    const { share, meeting, caller } = await accessSharedPart(context, c, { shareId, part: 'recording' });
    const mix = await findMix(db, meeting.id, recordingId);
    const part = mix && soundPart(spanOf(share), { meeting, mix });
    if (!part) throw new ParleyError('not_found', 'There is no such recording.');
    await recordAccess(db, { meetingId: meeting.id, by: caller, event: 'heard' });
    const { location } = mix;
    return part === 'all'
      ? sendMedia(c, context.recordings, { kind: 'sound', location })
      : sendSoundPart(c, context.recordings, { location, part });
  });

  app.get('/:shareId/picture/:pictureId', async (c) => {
    const { shareId, pictureId } = c.req.param();
    const { meeting, caller } = await accessSharedPart(context, c, { shareId, part: 'picture' });
    const location = await findPicture(db, meeting.id, pictureId);
    if (!location) throw new ParleyError('not_found', 'There is no such picture.');
    await recordAccess(db, { meetingId: meeting.id, by: caller, event: 'watched' });
    return sendMedia(c, context.recordings, { kind: 'picture', location });
  });

  return app;
}
