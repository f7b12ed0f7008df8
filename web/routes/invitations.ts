import { type Context, Hono } from 'hono';
import type { z } from 'zod/mini';
import { inviteByMail } from '../../db/letters/invite-by-mail.ts';
import { listInvitations } from '../../db/queries/invitations.ts';
import { seriesHead } from '../../db/queries/occurrences.ts';
import { ParleyError } from '../../lib/errors.ts';
import {
  type acceptedInvitationSchema,
  acceptInvitationSchema,
  createInvitationsSchema,
  type invitationListSchema,
} from '../../lib/planning.ts';
import type { WebContext } from '../context.ts';
import { accessMeetingAs, type MeetingAccess } from '../meeting-access.ts';
import { acceptInvitation } from '../meetings/accept-invitation.ts';
import { invitationView, inviteByLink } from '../meetings/invite.ts';
import { withdrawInvitation } from '../meetings/plan-meeting.ts';
import { parseBody } from '../parse-body.ts';

type InvitationList = z.infer<typeof invitationListSchema>;

/** Invitations of one meeting or series, for its host. Mounted at `/api/meetings`. */
export function meetingInvitationRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  app.get('/:id/invitations', async (c) => {
    const { meeting } = await accessMeetingAs(context, c, c.req.param('id'), 'edit');
    const rows = await listInvitations(db, seriesHead(meeting));
    const now = new Date();
    return c.json({
      invitations: rows.map((row) => invitationView(context, row, now)),
    } satisfies InvitationList);
  });

  app.post('/:id/invitations', async (c) => {
    const access = await accessMeetingAs(context, c, c.req.param('id'), 'edit');
    if (access.meeting.parentId) {
      throw new ParleyError(
        'conflict',
        'This is a breakout room. Invite people to its meeting: hosts then send them to rooms.',
      );
    }
    const asked = await parseBody(c, createInvitationsSchema);
    if (access.meeting.status === 'ended' || access.meeting.status === 'completed') {
      throw new ParleyError('meeting_ended', 'This meeting is over. Nobody can be invited to it any more.');
    }
    const rows = await invite(context, access, asked);
    const now = new Date();
    const answer: InvitationList = { invitations: rows.map((row) => invitationView(context, row, now)) };
    return c.json(answer, 201);
  });

  app.delete('/:id/invitations/:invitationId', async (c) => {
    const { meeting, user } = await accessMeetingAs(context, c, c.req.param('id'), 'edit');
    await withdrawInvitation(context, { meeting, user, id: c.req.param('invitationId') });
    return c.body(null, 204);
  });

  return app;
}

/** What the page of an invitation's link calls. Mounted at `/api/invitations`. */
export function invitationRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.post('/accept', async (c: Context) => {
    const { token } = await parseBody(c, acceptInvitationSchema);
    const { meeting, invitation } = await acceptInvitation(context, c, token);
    const answer: z.infer<typeof acceptedInvitationSchema> = {
      code: meeting.code,
      title: meeting.title,
      role: invitation.role,
    };
    return c.json(answer);
  });

  return app;
}

function invite(
  context: WebContext,
  { meeting, user }: MeetingAccess,
  asked: z.output<typeof createInvitationsSchema>,
) {
  return context.database.db.transaction(async (tx) => {
    if (asked.by === 'link') {
      const { role, maxUses, expiresInHours } = asked;
      const expiresAt = new Date(Date.now() + expiresInHours * 3_600_000);
      return [await inviteByLink(tx, context, meeting, { role, maxUses, expiresAt })];
    }
    if (!user) throw new ParleyError('unauthorized', 'Sign in to invite people by mail.');
    return inviteByMail(tx, context.links, {
      meeting,
      emails: asked.emails,
      role: asked.role,
      organizer: user,
    });
  });
}
