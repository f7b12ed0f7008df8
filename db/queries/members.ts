import { and, asc, eq, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { users } from '../schema/accounts.ts';
import { invitations } from '../schema/invitations.ts';
import { participants } from '../schema/meetings.ts';
import type { Viewer } from './meeting-visibility.ts';
import { isPresent } from './people.ts';

export type Member = Awaited<ReturnType<typeof listMembers>>[number];

/** Who was let into a meeting, whether here now or gone; in order of their first coming. */
export function listMembers(db: Tx, meetingId: MeetingId) {
  return db
    .select({
      id: participants.id,
      name: participants.name,
      role: participants.role,
      /** Where to write to: the account's, the one that the invitation went to, or as typed at the join; or null. */
      address: sql<
        string | null
      >`lower(coalesce(${users.email}, ${invitations.email}, nullif(${participants.email}, '')))`,
      userId: participants.userId,
      accountEmail: users.email,
      accountProven: users.emailVerified,
      present: isPresent,
    })
    .from(participants)
    .leftJoin(users, eq(users.id, participants.userId))
    .leftJoin(invitations, eq(invitations.id, participants.invitationId))
    .where(and(eq(participants.meetingId, meetingId), eq(participants.admission, 'admitted')))
    .orderBy(asc(participants.createdAt), asc(participants.id));
}

/** A person of a meeting as visibility sees them: who has no account sees this meeting only. */
export function viewerOf({ id, userId, accountEmail, accountProven }: Member): Viewer {
  if (userId === null) return { kind: 'participant', participantId: id };
  return { kind: 'account', userId, provenEmail: accountProven ? accountEmail : null };
}
