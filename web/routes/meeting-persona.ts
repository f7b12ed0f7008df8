import { Hono } from 'hono';
import { findMeeting } from '../../db/queries/meetings.ts';
import { ParleyError } from '../../lib/errors.ts';
import { choosePersonaSchema, type MeetingPersona } from '../../lib/messages.ts';
import { authoriseMember } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { changePersona, choosePersona, meetingPersonaOf } from '../meeting-persona.ts';
import { parseBody } from '../parse-body.ts';

/** The AI participant of one meeting: which it is, or was, and another one. */
export function meetingPersonaRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/:id/persona', async (c) => {
    const { meetingId } = await authoriseMember(context, c, c.req.param('id'));
    const meeting = await findMeeting(db, meetingId);
    if (!meeting) throw new ParleyError('not_found', 'This meeting does not exist any more.');
    return c.json((await meetingPersonaOf(context, meeting)) satisfies MeetingPersona);
  });

  app.post('/:id/persona', async (c) => {
    const person = await authoriseMember(context, c, c.req.param('id'), 'moderate');
    const { personaId } = await parseBody(c, choosePersonaSchema);
    const chosen = await choosePersona(context, personaId, { signedIn: person.userId !== null });
    const meeting = await changePersona(context, person.meetingId, chosen);
    return c.json((await meetingPersonaOf(context, meeting)) satisfies MeetingPersona);
  });

  return app;
}
