/** Who may be in a meeting, as its hosts see and change it. */
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { Person } from '../../lib/host-messages.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { Admission } from '../../lib/messages.ts';
import type { Role } from '../../lib/roles.ts';
import type { Tx } from '../database.ts';
import { users } from '../schema/accounts.ts';
import { invitations } from '../schema/invitations.ts';
import { meetings, participants, presenceIntervals } from '../schema/meetings.ts';

/**
 * Someone who waits asks every second; browsers slow a page in the background down to once a minute. After this
 * long without a word they have gone.
 */
const waitingPatience = sql`interval '75 seconds'`;
/** A person who was let in holds a seat for this long without having connected. */
const seatPatience = sql`interval '60 seconds'`;

/**
 * In the room now, as a condition on `participants`. With names written out: in the columns of a select from one
 * table Drizzle leaves the table's name away, and `id` would be the interval's.
 */
export const isPresent = sql<boolean>`exists (
  select 1 from presence_intervals i where i.participant_id = participants.id and i.left_at is null)`;

/** Everyone who was let in, waits now, or has to stay out; in order of their first coming. */
export function listPeople(db: Tx, meetingId: MeetingId): Promise<Person[]> {
  return db
    .select({
      id: participants.id,
      name: participants.name,
      role: participants.role,
      admission: participants.admission,
      present: isPresent,
      silenced: participants.silenced,
      pen: participants.pen,
    })
    .from(participants)
    .where(
      and(
        eq(participants.meetingId, meetingId),
        or(
          ne(participants.admission, 'waiting'),
          sql`${participants.lastAskedAt} > now() - ${waitingPatience}`,
        ),
      ),
    )
    .orderBy(participants.createdAt, participants.id);
}

/** Ids of the people whose role is one of `roles`. */
export async function listPeopleInRoles(
  db: Tx,
  meetingId: MeetingId,
  roles: Role[],
): Promise<ParticipantId[]> {
  const rows = await db
    .select({ id: participants.id })
    .from(participants)
    .where(and(eq(participants.meetingId, meetingId), inArray(participants.role, roles)));
  return rows.map((row) => row.id);
}

/** Sets the admission of those of `ids` that are in one of the states `from`; returns who was changed. */
export async function setAdmission(
  db: Tx,
  meetingId: MeetingId,
  ids: ParticipantId[],
  { from, to }: { from: Admission[]; to: Admission },
): Promise<ParticipantId[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .update(participants)
    .set({ admission: to })
    .where(
      and(
        eq(participants.meetingId, meetingId),
        inArray(participants.id, ids),
        inArray(participants.admission, from),
      ),
    )
    .returning({ id: participants.id });
  return rows.map((row) => row.id);
}

export async function setSilenced(db: Tx, id: ParticipantId, silenced: boolean): Promise<void> {
  await db.update(participants).set({ silenced }).where(eq(participants.id, id));
}

/** How often a host has asked them by now, this time included. */
export async function countMuteAsk(db: Tx, id: ParticipantId): Promise<number> {
  const [row] = await db
    .update(participants)
    .set({ muteAsks: sql`${participants.muteAsks} + 1` })
    .where(eq(participants.id, id))
    .returning({ asks: participants.muteAsks });
  return row?.asks ?? 0;
}

export async function setPen(db: Tx, id: ParticipantId, pen: boolean): Promise<void> {
  await db.update(participants).set({ pen }).where(eq(participants.id, id));
}

export async function setRole(db: Tx, id: ParticipantId, role: Role): Promise<void> {
  await db.update(participants).set({ role }).where(eq(participants.id, id));
}

/** Notes that someone who waits is still there. */
export async function noteWaiting(db: Tx, id: ParticipantId): Promise<void> {
  await db.update(participants).set({ lastAskedAt: sql`now()` }).where(eq(participants.id, id));
}

/**
 * True when an account was put out of this meeting, under whatever name or cookie: as itself, or as a guest who had
 * come by the invitation that was mailed to it.
 */
export async function isAccountRemoved(db: Tx, meetingId: MeetingId, userId: string): Promise<boolean> {
  const isTheirs = sql`${participants.invitationId} in (
    select ${invitations.id} from ${invitations} left join ${users} on ${users.id} = ${userId}
    where ${invitations.userId} = ${userId}
      or (${users.emailVerified} and lower(${users.email}) = ${invitations.email}))`;
  const rows = await db
    .select({ id: participants.id })
    .from(participants)
    .where(
      and(
        eq(participants.meetingId, meetingId),
        eq(participants.admission, 'removed'),
        or(eq(participants.userId, userId), isTheirs),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Seats that others than `except` hold: who is in the room, and who was let in a moment ago and still connects. */
export async function countSeats(
  db: Tx,
  meetingId: MeetingId,
  except: ParticipantId | null,
): Promise<number> {
  const [row] = await db
    .select({ seats: sql<number>`count(*)::int` })
    .from(participants)
    .where(
      and(
        eq(participants.meetingId, meetingId),
        eq(participants.admission, 'admitted'),
        except ? ne(participants.id, except) : undefined,
        or(
          isPresent,
          // Whoever is in a breakout room comes back.
          sql`exists (select 1 from participants there
            join presence_intervals i on i.participant_id = there.id and i.left_at is null
            where there.main_id = participants.id)`,
          sql`${participants.consentAt} > now() - ${seatPatience} and not exists (
            select 1 from ${presenceIntervals}
            where ${presenceIntervals.participantId} = ${participants.id}
              and ${presenceIntervals.leftAt} >= ${participants.consentAt})`,
        ),
      ),
    );
  return row?.seats ?? 0;
}

/** Live meetings in which someone may do less than a token of theirs says, or may not be in at all. */
export async function listGuardedMeetings(db: Tx): Promise<MeetingId[]> {
  const rows = await db
    .selectDistinct({ id: meetings.id })
    .from(meetings)
    .innerJoin(participants, eq(participants.meetingId, meetings.id))
    .where(
      and(
        eq(meetings.status, 'live'),
        or(ne(participants.admission, 'admitted'), eq(participants.silenced, true)),
      ),
    );
  return rows.map((row) => row.id);
}

/** How each of these identities stands in the meeting; unknown ones are left out. */
export async function listStandings(db: Tx, meetingId: MeetingId, identities: string[]) {
  if (identities.length === 0) return [];
  return db
    .select({
      id: participants.id,
      role: participants.role,
      admission: participants.admission,
      silenced: participants.silenced,
      muteAsks: participants.muteAsks,
      sharing: sql<boolean>`exists (select 1 from screen_shares s where s.participant_id = participants.id)`,
    })
    .from(participants)
    .where(
      and(eq(participants.meetingId, meetingId), inArray(participants.id, identities as ParticipantId[])),
    );
}
