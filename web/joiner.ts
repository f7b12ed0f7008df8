import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Invitation } from '../db/queries/invitations.ts';
import type { Meeting } from '../db/queries/meetings.ts';
import { findAccountParticipant, findParticipant, type Participant } from '../db/queries/participants.ts';
import { ParleyError } from '../lib/errors.ts';
import { may, type Role } from '../lib/roles.ts';
import type { WebContext } from './context.ts';
import { isPersonal, presentedInvitation } from './meetings/accept-invitation.ts';
import { rememberedPerson } from './remembered-person.ts';
import { currentUser } from './session.ts';
import { bearerToken } from './tokens.ts';

/** Who opens a meeting, from cookies or a bearer token: someone who was here before, or a new person. */
export interface Joiner {
  known: Participant | null;
  role: Role;
  /** Account of the person, where there is one. */
  userId: string | null;
  /** The invitation that a newcomer opened; it is used up by the join. */
  invitation: Invitation | null;
  /** Holds an invitation of their own to this meeting. */
  invited: boolean;
}

/** A returning person is known by cookie, or by the bearer token of an earlier join, and keeps the role. */
export async function joinerOf(context: WebContext, c: Context, meeting: Meeting): Promise<Joiner> {
  const user = await currentUser(context, c);
  const known = await knownPerson(context, c, meeting, user?.id ?? null);
  const ownsIt = user !== null && user.id === meeting.ownerId;
  const isHost = ownsIt || (await hasHostCookie(context, c, meeting));
  const invitation = known || isHost ? null : await presentedInvitation(context, c, meeting);
  const stranger = user ? 'participant' : 'guest';
  const role = isHost ? 'host' : (known?.role ?? invitation?.role ?? stranger);
  const invited = invitation !== null && isPersonal(invitation);
  return { known, role, userId: user?.id ?? null, invitation, invited };
}

/** True for whoever may host: by their account, by the cookie of its creator, or by the role of an earlier join. */
export function isHostOf(joiner: Joiner): boolean {
  return may(joiner.role, 'appoint');
}

/** Somebody else may have signed in on this device since; and an account is one person on all of its devices. */
async function knownPerson(
  context: WebContext,
  c: Context,
  meeting: Meeting,
  userId: string | null,
): Promise<Participant | null> {
  const here = await returningPerson(context, c, meeting);
  if (userId === null) return here;
  if (here && (here.userId === null || here.userId === userId)) return here;
  return findAccountParticipant(context.database.db, meeting.id, userId);
}

async function returningPerson(
  context: WebContext,
  c: Context,
  meeting: Meeting,
): Promise<Participant | null> {
  const header = c.req.header('authorization');
  if (!header) return rememberedPerson(context, c, meeting.id);
  const claims = await context.tokens.verifyPerson(bearerToken(header)).catch(() => null);
  if (claims?.meetingId !== meeting.id) {
    throw new ParleyError('unauthorized', 'This token is not for this meeting.');
  }
  return findParticipant(context.database.db, meeting.id, claims.participantId);
}

async function hasHostCookie({ tokens }: WebContext, c: Context, meeting: Meeting): Promise<boolean> {
  const cookie = getCookie(c, `parley_host_${meeting.id}`);
  if (!cookie) return false;
  const claims = await tokens.verifyHost(cookie).catch(() => null);
  return claims?.meetingId === meeting.id;
}
