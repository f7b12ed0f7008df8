import { type Context, Hono } from 'hono';
import type { z } from 'zod/mini';
import { findMeeting } from '../../db/queries/meetings.ts';
import { findParticipant } from '../../db/queries/participants.ts';
import { listPeople, noteWaiting } from '../../db/queries/people.ts';
import { ParleyError } from '../../lib/errors.ts';
import {
  changeRoleSchema,
  changeSettingsSchema,
  type People,
  silencePersonSchema,
} from '../../lib/host-messages.ts';
import type { admissionStateSchema } from '../../lib/messages.ts';
import { authoriseMember, authorisePerson } from '../authorise.ts';
import { changeSettings, settingsOf } from '../change-settings.ts';
import type { WebContext } from '../context.ts';
import {
  admitEveryone,
  admitPerson,
  appointPerson,
  askToMute,
  declinePerson,
  removePerson,
  silencePerson,
} from '../host-actions.ts';
import { parseBody } from '../parse-body.ts';

/** Host controls: who is here, who comes in, who may speak. And the question of someone who waits. */
export function peopleRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();
  const moderator = (c: Context) => authoriseMember(context, c, c.req.param('id') ?? '', 'moderate');

  app.get('/:id/admission', async (c) => {
    const claims = await authorisePerson(context, c, c.req.param('id'));
    const person = await findParticipant(db, claims.meetingId, claims.participantId);
    const meeting = await findMeeting(db, claims.meetingId);
    if (!person || !meeting) throw new ParleyError('not_found', 'This meeting does not exist any more.');
    if (person.admission === 'waiting') await noteWaiting(db, person.id);
    return c.json({ admission: person.admission, status: meeting.status } satisfies z.infer<
      typeof admissionStateSchema
    >);
  });

  app.get('/:id/people', async (c) => {
    const { meetingId } = await moderator(c);
    const meeting = await findMeeting(db, meetingId);
    if (!meeting) throw new ParleyError('not_found', 'This meeting does not exist any more.');
    const people = await listPeople(db, meetingId);
    return c.json({ people, settings: settingsOf(meeting) } satisfies People);
  });

  app.post('/:id/settings', async (c) => {
    const actor = await moderator(c);
    return c.json(await changeSettings(context, actor, await parseBody(c, changeSettingsSchema)));
  });

  app.post('/:id/people/admit-all', async (c) => {
    await admitEveryone(context, await moderator(c));
    return c.body(null, 204);
  });

  const actions = {
    admit: admitPerson,
    decline: declinePerson,
    remove: removePerson,
    mute: askToMute,
  };
  for (const [name, act] of Object.entries(actions)) {
    app.post(`/:id/people/:personId/${name}`, async (c) => {
      await act(context, await moderator(c), c.req.param('personId'));
      return c.body(null, 204);
    });
  }

  app.post('/:id/people/:personId/silence', async (c) => {
    const actor = await moderator(c);
    const { silenced } = await parseBody(c, silencePersonSchema);
    await silencePerson(context, actor, c.req.param('personId'), silenced);
    return c.body(null, 204);
  });

  app.post('/:id/people/:personId/role', async (c) => {
    const actor = await moderator(c);
    const { role } = await parseBody(c, changeRoleSchema);
    await appointPerson(context, actor, c.req.param('personId'), role);
    return c.body(null, 204);
  });

  return app;
}
