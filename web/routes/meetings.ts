import { Hono } from 'hono';
import { inviteByMail } from '../../db/letters/invite-by-mail.ts';
import { hasOwner } from '../../db/queries/accounts.ts';
import { insertMeeting, type Meeting, type NewMeeting } from '../../db/queries/meetings.ts';
import { ParleyError } from '../../lib/errors.ts';
import { createId } from '../../lib/ids.ts';
import { createMeetingCode } from '../../lib/meeting-code.ts';
import { createMeetingSchema, joinMeetingSchema, limits, noticeVersion } from '../../lib/messages.ts';
import { cleanText } from '../../lib/text.ts';
import { knownTimeZone } from '../accounts/time-zone.ts';
import { authoriseMember, authorisePerson } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { endMeeting } from '../end-meeting.ts';
import { lowerHandOfLeaver } from '../hands/change-hands.ts';
import { entryOf, joinMeeting, meetingByCode } from '../join-meeting.ts';
import { isHostOf, joinerOf } from '../joiner.ts';
import { choosePersona } from '../meeting-persona.ts';
import { meetingView } from '../meeting-view.ts';
import { plannedColumns } from '../meetings/plan-meeting.ts';
import { parseBody } from '../parse-body.ts';
import { personCookie, rememberHere } from '../remembered-person.ts';
import { sourceOf } from '../request-source.ts';
import { currentUser, type User } from '../session.ts';
import { understoodLanguage } from '../spoken-language.ts';

/** Meetings: create, look up by code, join, leave, end. */
export function meetingRoutes(context: WebContext): Hono {
  const { database, tokens } = context;
  const app = new Hono();

  app.post('/', async (c) => {
    const { title, language, personaId, timeZone, ...planned } = await parseBody(c, createMeetingSchema);
    const owner = await refuseStranger(context, await currentUser(context, c));
    const columns = await plannedColumns(planned, owner);
    const chosen = await choosePersona(context, personaId, { signedIn: owner !== null });
    const meeting = await createMeeting(context, {
      title: cleanText(title, limits.title) || 'Meeting',
      language: understoodLanguage(context, language ?? chosen.language),
      persona: chosen.persona,
      personaVersionId: chosen.personaVersionId,
      ownerId: owner?.id ?? null,
      timeZone: timeZone === undefined ? (owner?.timeZone ?? null) : knownTimeZone(timeZone),
      ...columns,
    });
    if (owner && planned.invite.length > 0) await inviteToNew(context, meeting, owner, planned.invite);
    const value = await tokens.signHost({ meetingId: meeting.id });
    rememberHere(context, c, meeting, { name: `parley_host_${meeting.id}`, value });
    return c.json({ meeting: meetingView(meeting, true) }, 201);
  });

  app.get('/:code', async (c) => {
    const meeting = await meetingByCode(context, c.req.param('code'));
    const joiner = await joinerOf(context, c, meeting);
    const entry = await entryOf(database.db, meeting, joiner);
    return c.json({
      meeting: meetingView(meeting, isHostOf(joiner)),
      noticeVersion,
      entry,
      startsAtMs: meeting.scheduledAt?.getTime() ?? null,
    });
  });

  app.post('/:code/join', async (c) => {
    const request = await parseBody(c, joinMeetingSchema);
    const meeting = await meetingByCode(context, c.req.param('code'));
    const joiner = await joinerOf(context, c, meeting);
    const source = sourceOf(context, c);
    const joined = await joinMeeting(context, meeting, joiner, { ...request, source });
    rememberHere(context, c, meeting, {
      name: personCookie(meeting.id),
      value: joined.apiToken,
      // An account opens the meeting's page by its session.
      byId: joiner.userId === null,
    });
    return c.json(joined, 'waiting' in joined ? 202 : 200);
  });

  app.post('/:id/leave', async (c) => {
    const person = await authorisePerson(context, c, c.req.param('id'));
    await lowerHandOfLeaver(context, person);
    await context.rooms.removeParticipant(person.meetingId, person.participantId);
    return c.body(null, 204);
  });

  app.post('/:id/end', async (c) => {
    const person = await authoriseMember(context, c, c.req.param('id'), 'end');
    await endMeeting(context, { id: person.meetingId, reason: 'host' });
    return c.body(null, 204);
  });

  return app;
}

/** Anyone may start a meeting until the installation has an owner; then it takes an account. */
async function refuseStranger({ database }: WebContext, user: User | null): Promise<User | null> {
  if (user || !(await hasOwner(database.db))) return user;
  throw new ParleyError('unauthorized', 'Sign in to start a meeting. Joining one needs no account.');
}

function inviteToNew(context: WebContext, meeting: Meeting, organizer: User, emails: string[]) {
  return context.database.db.transaction((tx) =>
    inviteByMail(tx, context.links, { meeting, emails, role: 'participant', organizer }),
  );
}

async function createMeeting(
  { database }: WebContext,
  meeting: Omit<NewMeeting, 'id' | 'code'>,
): Promise<Meeting> {
  for (;;) {
    const stored = await insertMeeting(database.db, {
      ...meeting,
      id: createId('mtg'),
      code: createMeetingCode(),
    });
    if (stored) return stored;
  }
}
