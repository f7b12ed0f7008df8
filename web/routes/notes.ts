import { Hono } from 'hono';
import { readNotes } from '../../db/queries/documents.ts';
import { findAccountParticipant } from '../../db/queries/participants.ts';
import type { MeetingNotes } from '../../lib/documents/note-messages.ts';
import type { ParticipantId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting, type MeetingAccess } from '../meeting-access.ts';

/** What was written in a meeting's notes. They are written over WebSockets: web/routes/documents.ts. */
export function noteRoutes(context: WebContext): Hono {
  const app = new Hono();
  const { db } = context.database;

  app.get('/:id/notes', async (c) => {
    const access = await accessMeeting(context, c, c.req.param('id'));
    const meetingId = access.meeting.id;
    const ownerId = await personOf(context, access);
    return c.json({
      shared: await readNotes(db, { meetingId, kind: 'notes', ownerId: null }),
      own: ownerId && {
        ownerId,
        lines: await readNotes(db, { meetingId, kind: 'my-notes', ownerId }),
      },
    } satisfies MeetingNotes);
  });

  return app;
}

/** Who has notes of their own. A link in a mail shows the meeting to whoever has the mail: none of anybody's. */
async function personOf(
  { database }: WebContext,
  { meeting, role, participantId, user }: MeetingAccess,
): Promise<ParticipantId | null> {
  if (role === null) return null;
  if (participantId || !user) return participantId;
  const person = await findAccountParticipant(database.db, meeting.id, user.id);
  return person?.admission === 'admitted' ? person.id : null;
}
