import { and, asc, eq, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { users } from '../schema/accounts.ts';
import { invitations } from '../schema/invitations.ts';
import { participants } from '../schema/meetings.ts';
import { isPresent } from './people.ts';

export type ReachablePerson = Awaited<ReturnType<typeof listReachablePeople>>[number];

/**
 * Who was let into a meeting, with the address at which each can be written to: the account's, the one that the
 * invitation went to, or the one that the person gave; null where none is known.
 */
export function listReachablePeople(db: Tx, meetingId: MeetingId) {
  return db
    .select({
      id: participants.id,
      name: participants.name,
      userId: participants.userId,
      present: isPresent,
      email: sql<
        string | null
      >`lower(coalesce(${users.email}, ${invitations.email}, nullif(${participants.email}, '')))`,
    })
    .from(participants)
    .leftJoin(users, eq(users.id, participants.userId))
    .leftJoin(invitations, eq(invitations.id, participants.invitationId))
    .where(and(eq(participants.meetingId, meetingId), eq(participants.admission, 'admitted')))
    .orderBy(asc(participants.createdAt), asc(participants.id));
}
