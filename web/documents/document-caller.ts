/** Who is at the other end of a document's connection, and what they may do. */
import { findVisibleMeeting, type Viewer } from '../../db/queries/meeting-visibility.ts';
import { findAccountParticipant, findParticipant } from '../../db/queries/participants.ts';
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

/**
 * By the token of a join where there is one, else by the account that is signed in; null without either. Throws for a
 * token that is not of this meeting, and for whoever was removed from it.
 */
export async function callerOf(
  context: WebContext,
  meetingId: MeetingId,
  { token, user }: { token: string; user: User | null },
): Promise<Caller | null> {
  if (token !== '') {
    const { id, name } = await memberByToken(context, token, meetingId);
    return { viewer: { kind: 'participant', participantId: id }, participantId: id, name };
  }
  if (!user) return null;
  const person = await findAccountParticipant(context.database.db, meetingId, user.id);
  return { viewer: accountViewer(user), participantId: person?.id ?? null, name: person?.name ?? user.name };
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
