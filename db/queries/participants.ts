import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import { createId, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { participants, presenceIntervals } from '../schema/meetings.ts';

export type Participant = typeof participants.$inferSelect;

/** Stores a person's consent and name at each join; a returning person keeps id and, unless raised, role. */
export async function saveParticipant(
  db: Tx,
  person: Omit<typeof participants.$inferInsert, 'consentAt' | 'createdAt'>,
): Promise<Participant> {
  const [row] = await db
    .insert(participants)
    .values({ ...person, consentAt: sql`now()` })
    .onConflictDoUpdate({
      target: participants.id,
      set: {
        name: person.name,
        email: sql`coalesce(excluded.email, ${participants.email})`,
        role: person.role,
        consentNoticeVersion: person.consentNoticeVersion,
        consentAt: sql`now()`,
        userId: sql`coalesce(excluded.user_id, ${participants.userId})`,
        admission: sql`excluded.admission`,
        lastAskedAt: sql`excluded.last_asked_at`,
      },
    })
    .returning();
  if (!row) throw new Error('insert returned no row');
  await linkCounterparts(db, row);
  return row;
}

/** What somebody was in breakout rooms belongs to the account that they signed in with since, too. */
async function linkCounterparts(db: Tx, { id, userId }: Participant): Promise<void> {
  if (userId === null) return;
  await db
    .update(participants)
    .set({ userId })
    .where(and(eq(participants.mainId, id), isNull(participants.userId)));
}

/** How many of these people accepted the notice in this version, or a later one. */
export function countAgreed(
  db: Tx,
  { meetingId, ids, noticeVersion }: { meetingId: MeetingId; ids: ParticipantId[]; noticeVersion: number },
): Promise<number> {
  return db.$count(
    participants,
    and(
      eq(participants.meetingId, meetingId),
      inArray(participants.id, ids),
      gte(participants.consentNoticeVersion, noticeVersion),
    ),
  );
}

export async function findParticipant(db: Tx, meetingId: MeetingId, id: string): Promise<Participant | null> {
  const [row] = await db
    .select()
    .from(participants)
    .where(and(eq(participants.meetingId, meetingId), eq(participants.id, id as ParticipantId)));
  return row ?? null;
}

/** As `findParticipant`; the person does not change before the caller's transaction ends. */
export async function lockParticipant(
  tx: Tx,
  meetingId: MeetingId,
  id: ParticipantId,
): Promise<Participant | null> {
  const [row] = await tx
    .select()
    .from(participants)
    .where(and(eq(participants.meetingId, meetingId), eq(participants.id, id)))
    .for('share');
  return row ?? null;
}

/** Who an account is in a meeting, from any device: rather someone who was let in, then the latest. */
export async function findAccountParticipant(
  db: Tx,
  meetingId: MeetingId,
  userId: string,
): Promise<Participant | null> {
  const [row] = await db
    .select()
    .from(participants)
    .where(and(eq(participants.meetingId, meetingId), eq(participants.userId, userId)))
    .orderBy(sql`${participants.admission} = 'admitted' desc`, desc(participants.createdAt))
    .limit(1);
  return row ?? null;
}

/** One connection of one person, as LiveKit reports it. */
export interface Connection {
  meetingId: MeetingId;
  participantId: string;
  participantSid: string;
  joinedAt: Date;
}

/** Opens an interval, or moves its start back to the earliest report. Someone we do not know is left out. */
export async function recordJoined(db: Tx, connection: Connection): Promise<void> {
  const { meetingId, participantId, participantSid, joinedAt } = connection;
  await db.execute(sql`
    insert into presence_intervals (id, meeting_id, participant_id, participant_sid, joined_at)
    select ${createId('pre')}, meeting_id, id, ${participantSid}, ${joinedAt.toISOString()}::timestamptz
    from participants where meeting_id = ${meetingId} and id = ${participantId}
    on conflict on constraint presence_connection
      do update set joined_at = least(presence_intervals.joined_at, excluded.joined_at)`);
}

/** Closes the interval of that connection; one that was never opened is stored closed ("left" before "joined"). */
export async function recordLeft(db: Tx, connection: Connection, leftAt: Date): Promise<void> {
  await recordJoined(db, connection);
  await db
    .update(presenceIntervals)
    .set({ leftAt: sql`greatest(${leftAt.toISOString()}::timestamptz, ${presenceIntervals.joinedAt})` })
    .where(
      and(
        eq(presenceIntervals.meetingId, connection.meetingId),
        eq(presenceIntervals.participantSid, connection.participantSid),
        isNull(presenceIntervals.leftAt),
      ),
    );
}

/** Connections whose end is not known. */
export async function listOpenConnections(db: Tx, meetingId: MeetingId): Promise<string[]> {
  const rows = await db
    .select({ sid: presenceIntervals.participantSid })
    .from(presenceIntervals)
    .where(and(eq(presenceIntervals.meetingId, meetingId), isNull(presenceIntervals.leftAt)));
  return rows.map((row) => row.sid);
}

/**
 * Makes the stored presence equal to what LiveKit lists: opens what is missing, closes what is gone. `openBefore`
 * was read before LiveKit was asked: who came since then is not on the list and not gone.
 */
export async function settlePresence(
  db: Tx,
  meetingId: MeetingId,
  present: Connection[],
  openBefore: string[],
): Promise<void> {
  for (const connection of present) await recordJoined(db, connection);
  const listed = new Set(present.map((connection) => connection.participantSid));
  const gone = openBefore.filter((sid) => !listed.has(sid));
  if (gone.length === 0) return;
  await db
    .update(presenceIntervals)
    .set({ leftAt: sql`now()` })
    .where(
      and(
        eq(presenceIntervals.meetingId, meetingId),
        isNull(presenceIntervals.leftAt),
        inArray(presenceIntervals.participantSid, gone),
      ),
    );
}

/** True when this person was in the room before, on any connection. */
export async function wasPresent(db: Tx, participantId: ParticipantId): Promise<boolean> {
  const rows = await db
    .select({ id: presenceIntervals.id })
    .from(presenceIntervals)
    .where(eq(presenceIntervals.participantId, participantId))
    .limit(1);
  return rows.length > 0;
}

/** True when anyone was ever in the room. */
export async function hasPresence(db: Tx, meetingId: MeetingId): Promise<boolean> {
  const rows = await db
    .select({ id: presenceIntervals.id })
    .from(presenceIntervals)
    .where(eq(presenceIntervals.meetingId, meetingId))
    .limit(1);
  return rows.length > 0;
}

/**
 * The person of a main meeting in one of its breakout rooms: made at their first coming, later with the name and role
 * that they have in the main room now. A microphone that a host took away in either is off.
 */
export async function saveCounterpart(db: Tx, roomId: MeetingId, main: Participant): Promise<Participant> {
  const { name, email, role, userId, silenced, consentNoticeVersion, consentAt } = main;
  const [row] = await db
    .insert(participants)
    .values({
      id: createId('par'),
      meetingId: roomId,
      mainId: main.id,
      name,
      email,
      role,
      userId,
      silenced,
      consentNoticeVersion,
      consentAt,
    })
    .onConflictDoUpdate({
      target: [participants.mainId, participants.meetingId],
      set: {
        name,
        email,
        role,
        userId,
        silenced: sql`${participants.silenced} or excluded.silenced`,
        consentNoticeVersion,
        consentAt,
      },
    })
    .returning();
  if (!row) throw new Error('insert returned no row');
  return row;
}
