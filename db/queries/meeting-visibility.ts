/** Who may see a meeting: the one rule behind lists, counts, the meeting's page, its transcript and search. */
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { accessRequests } from '../schema/access-requests.ts';
import { invitations } from '../schema/invitations.ts';
import { meetings, participants } from '../schema/meetings.ts';
import type { Meeting } from './meetings.ts';

/** Someone who asks: an account, or a person of one meeting with the token of their join. */
export type Viewer =
  | {
      kind: 'account';
      userId: string;
      /** Only an address that the account has proven: anyone can sign up with somebody else's. */
      provenEmail: string | null;
    }
  | { kind: 'participant'; participantId: ParticipantId };

/**
 * Condition on `meetings`, true for those that the viewer may see: the owner's; those in which the person was
 * admitted; those to which the person was invited; those that a host lets them see because they asked; breakout rooms
 * of a meeting that they help to host. Who was removed from a meeting does not see it, by whatever way. An invitation
 * that has expired still shows what it was for; a revoked one does not.
 */
export function visibleTo(viewer: Viewer): SQL {
  if (viewer.kind === 'participant') {
    return sql`${meetings.id} in (select p.meeting_id from ${participants} p
      where ${viewer.participantId} in (p.id, p.main_id) and p.admission = 'admitted')`;
  }
  const { userId } = viewer;
  return sql`${meetings.id} in (
    select m.id from ${meetings} m where m.owner_id = ${userId}
    union
    (select p.meeting_id from ${participants} p where p.user_id = ${userId} and p.admission = 'admitted'
      union
      select m.id from ${invitations} i
        join ${meetings} m on m.id = i.meeting_id or m.series_id = i.meeting_id
        where ${isInvited(viewer)} and i.revoked_at is null
      union
      select a.meeting_id from ${accessRequests} a where a.user_id = ${userId} and a.state = 'allowed'
      union
      select room.id from ${participants} p join ${meetings} room on room.parent_id = p.meeting_id
        where p.user_id = ${userId} and p.admission = 'admitted' and p.role in ('host', 'cohost')
      except
      ${removedFrom(viewer)}))`;
}

type Account = Extract<Viewer, { kind: 'account' }>;

/** Ids of meetings from which an account was removed: as itself, or as a guest by the invitation that was mailed to it. */
export function removedFrom(account: Account): SQL {
  return sql`select p.meeting_id from ${participants} p where p.admission = 'removed' and (p.user_id = ${account.userId}
    or p.invitation_id in (select i.id from ${invitations} i where ${isInvited(account)}))`;
}

function isInvited({ userId, provenEmail }: Account): SQL {
  return sql`(i.user_id = ${userId} or i.email = ${provenEmail?.toLowerCase() ?? null})`;
}

/** The meeting, or null when it does not exist or the viewer may not see it: nobody learns which. */
export async function findVisibleMeeting(db: Tx, viewer: Viewer, id: string): Promise<Meeting | null> {
  const [row] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, id as MeetingId), visibleTo(viewer)));
  return row ?? null;
}
