/** Who is at the other end of a document's connection, and what they may do. */
import { findVisibleMeeting, type Viewer } from '../../db/queries/meeting-visibility.ts';
import { findAccountParticipant, findParticipant, type Participant } from '../../db/queries/participants.ts';
import type { DocumentRights } from '../../lib/documents/document-messages.ts';
import type { DocumentRef } from '../../lib/documents/document-name.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import { memberByToken } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { accountViewer } from '../meeting-access.ts';
import type { User } from '../session.ts';
import { documentRights } from './document-rights.ts';

export interface Caller {
  viewer: Viewer;
  /** Null for an account that watches and was never in the meeting. */
  participantId: ParticipantId | null;
  name: string;
}

/** Whom the request of a connection shows. */
export interface Asker {
  /** The account that is signed in. */
  user: User | null;
  /** By the cookie of a join. */
  guest: Participant | null;
}

/**
 * By the token of a join where there is one, else by the account that is signed in, as far as it may see the meeting,
 * else by the cookie of a join; null without any. Throws for a token that is not of this meeting, and for whoever was
 * removed from it.
 */
export async function callerOf(
  context: WebContext,
  meetingId: MeetingId,
  { token, user, guest }: Asker & { token: string },
): Promise<Caller | null> {
  if (token !== '') return asPerson(await memberByToken(context, token, meetingId));
  const account = user && (await byAccount(context, meetingId, user));
  if (account) return account;
  return guest?.meetingId === meetingId ? asPerson(guest) : null;
}

async function byAccount(
  { database: { db } }: WebContext,
  meetingId: MeetingId,
  user: User,
): Promise<Caller | null> {
  const viewer = accountViewer(user);
  if (!(await findVisibleMeeting(db, viewer, meetingId))) return null;
  const person = await findAccountParticipant(db, meetingId, user.id);
  return { viewer, participantId: person?.id ?? null, name: person?.name ?? user.name };
}

function asPerson({ id, name }: Participant): Caller {
  return { viewer: { kind: 'participant', participantId: id }, participantId: id, name };
}

/** What they may do now; null for those who may not see it. */
export async function rightsOf(
  { database: { db } }: Pick<WebContext, 'database'>,
  ref: DocumentRef,
  { viewer, participantId }: Caller,
): Promise<DocumentRights | null> {
  const meeting = await findVisibleMeeting(db, viewer, ref.meetingId);
  if (!meeting) return null;
  const person = participantId && (await findParticipant(db, ref.meetingId, participantId));
  const { status, whoMayDraw } = meeting;
  return documentRights(ref, { person: person || null, status, whoMayDraw });
}
