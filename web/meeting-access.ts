/** What the one who asks may do with a meeting. Whether they see it at all is decided in db/queries/meeting-visibility.ts. */
import type { Context } from 'hono';
import { findVisibleMeeting, type Viewer } from '../db/queries/meeting-visibility.ts';
import type { Meeting } from '../db/queries/meetings.ts';
import { findAccountParticipant } from '../db/queries/participants.ts';
import { ParleyError } from '../lib/errors.ts';
import { may, type Permission, type Role } from '../lib/roles.ts';
import { authoriseMember } from './authorise.ts';
import type { WebContext } from './context.ts';
import { requireUser, type User } from './session.ts';

export interface MeetingAccess {
  meeting: Meeting;
  /** Null for someone who was invited and has not come yet. */
  role: Role | null;
  user: User | null;
}

/** The account as visibility sees it: an address counts once it is proven. */
export function accountViewer(user: User): Extract<Viewer, { kind: 'account' }> {
  return { kind: 'account', userId: user.id, provenEmail: user.emailVerified ? user.email : null };
}

/**
 * The meeting for whoever asks: by the bearer token of a join, or the session's account. Throws `unauthorized` when there is none of these, and `not_found` for a meeting that one may not see.
 */
export async function accessMeeting(context: WebContext, c: Context, id: string): Promise<MeetingAccess> {
  if (c.req.header('authorization')) {
    const person = await authoriseMember(context, c, id);
    const viewer = { kind: 'participant', participantId: person.id } as const;
    const meeting = await findVisibleMeeting(context.database.db, viewer, id);
    if (!meeting) throw new ParleyError('not_found', 'This meeting does not exist any more.');
    return { meeting, role: person.role, user: null };
  }
  const user = await requireUser(context, c);
  const access = await accessByAccount(context, user, id);
  if (!access) throw new ParleyError('not_found', 'There is no such meeting, or you were not part of it.');
  return access;
}

/** As `accessMeeting`, and throws `forbidden` for a role without the permission. */
export async function accessMeetingAs(
  context: WebContext,
  c: Context,
  id: string,
  permission: Permission,
): Promise<MeetingAccess> {
  const access = await accessMeeting(context, c, id);
  if (!access.role || !may(access.role, permission)) {
    throw new ParleyError('forbidden', 'Only the host of this meeting may do that.');
  }
  return access;
}

async function accessByAccount(
  { database }: WebContext,
  user: User,
  id: string,
): Promise<MeetingAccess | null> {
  const meeting = await findVisibleMeeting(database.db, accountViewer(user), id);
  if (!meeting) return null;
  if (meeting.ownerId === user.id) return { meeting, role: 'host', user };
  const person = await findAccountParticipant(database.db, meeting.id, user.id);
  return { meeting, role: person?.admission === 'admitted' ? person.role : null, user };
}
