import { Hono } from 'hono';
import { choosePersonaSchema, type MeetingPersona } from '../../lib/persona-messages.ts';
import { authoriseMember } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting } from '../meeting-access.ts';
import { changePersona, choosePersona, meetingPersonaOf } from '../meeting-persona.ts';
import { parseBody } from '../parse-body.ts';

/** The AI participant of one meeting: which it is, or was, and another one. */
export function meetingPersonaRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.get('/:id/persona', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
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
