/** What the one who asks may do with a meeting. Whether they see it at all is decided in db/queries/meeting-visibility.ts. */
import type { Context } from 'hono';
import type { Accessor } from '../db/queries/access-log.ts';
import { findVisibleMeeting, type Viewer } from '../db/queries/meeting-visibility.ts';
import type { Meeting } from '../db/queries/meetings.ts';
import { findAccountParticipant, type Participant } from '../db/queries/participants.ts';
import { ParleyError } from '../lib/errors.ts';
import { idSchema } from '../lib/id-schema.ts';
import type { ParticipantId } from '../lib/ids.ts';
import { may, type Permission, type Role } from '../lib/roles.ts';
import { authoriseMember } from './authorise.ts';
import type { WebContext } from './context.ts';
import { refuseDeleted } from './refuse-deleted.ts';
import { rememberedMember, rememberedReader } from './remembered-person.ts';
import { currentUser, type User } from './session.ts';

export interface MeetingAccess {
  meeting: Meeting;
  /** Null for someone who was invited and has not come yet, and for who only reads, by the link of a mail. */
  role: Role | null;
  user: User | null;
  /** Who asks, as a person of the meeting; null where it is the account that may see it. */
  participantId: ParticipantId | null;
  /** Who asks, as the access log has it. */
  caller: Accessor;
}

/** The account as visibility sees it: an address counts once it is proven. */
export function accountViewer(user: User): Extract<Viewer, { kind: 'account' }> {
  return { kind: 'account', userId: user.id, provenEmail: user.emailVerified ? user.email : null };
}

/** As whom they look beyond this meeting, and whose tasks are theirs: the account's, else the person's of this meeting. */
export function viewerOf({ user, participantId }: MeetingAccess): Viewer {
  if (user) return accountViewer(user);
  if (!participantId) throw new ParleyError('unauthorized', 'Please sign in.');
  return { kind: 'participant', participantId };
}

/**
 * The meeting for whoever asks: by the bearer token of a join, the session's account, the cookie of a join without
 * an account, or that of a link in a mail, by which one can only read. Throws `unauthorized` when there is none of
 * these, and `not_found` for a meeting that one may not see.
 */
export async function accessMeeting(context: WebContext, c: Context, id: string): Promise<MeetingAccess> {
  const user = await currentUser(context, c);
  if (c.req.header('authorization')) {
    return accessByPerson(context, user, await authoriseMember(context, c, id));
  }
  const access = user && (await accessByAccount(context, user, id));
  if (access) return access;
  const meetingId = idSchema('mtg').safeParse(id).data;
  const person = meetingId && (await rememberedMember(context, c, { meetingId, user }));
  if (person) return accessByPerson(context, user, person);
  const reader = meetingId && (await rememberedReader(context, c, meetingId));
  if (reader?.admission === 'admitted') {
    return { ...(await accessByPerson(context, user, reader)), role: null };
  }
  await refuseDeleted(context, id);
  if (!user) throw new ParleyError('unauthorized', 'Please sign in.');
  throw new ParleyError('not_found', 'There is no such meeting, or you were not part of it.');
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

async function accessByPerson(
  { database }: WebContext,
  user: User | null,
  { id, meetingId, role, name, userId }: Participant,
): Promise<MeetingAccess> {
  const viewer = { kind: 'participant', participantId: id } as const;
  const meeting = await findVisibleMeeting(database.db, viewer, meetingId);
  if (!meeting) throw new ParleyError('not_found', 'This meeting does not exist any more.');
  return { meeting, role, user, participantId: id, caller: { id: userId ?? id, name } };
}

async function accessByAccount(
  { database }: WebContext,
  user: User,
  id: string,
): Promise<MeetingAccess | null> {
  const meeting = await findVisibleMeeting(database.db, accountViewer(user), id);
  if (!meeting) return null;
  const caller = { id: user.id, name: user.name };
  if (meeting.ownerId === user.id) return { meeting, role: 'host', user, participantId: null, caller };
  const person = await findAccountParticipant(database.db, meeting.id, user.id);
  const role = person?.admission === 'admitted' ? person.role : null;
  return { meeting, role, user, participantId: null, caller };
}
