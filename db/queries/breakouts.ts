/** Breakout rooms of a meeting: the sessions in which they are open, the rooms, and who has a place where. */
import { and, asc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { BreakoutChoice } from '../../lib/breakout-messages.ts';
import { createId, type Id, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import type { Role } from '../../lib/roles.ts';
import type { Tx } from '../database.ts';
import { breakoutRooms, breakoutSeats, breakoutSessions } from '../schema/breakouts.ts';
import { meetings, participants } from '../schema/meetings.ts';
import { beginPause } from './assistant-control.ts';
import { meetingPhase } from './meeting-phase.ts';
import { type Viewer, visibleTo } from './meeting-visibility.ts';
import type { Meeting } from './meetings.ts';
import { isPresent } from './people.ts';

export type BreakoutSession = typeof breakoutSessions.$inferSelect;

/** Rooms that nobody has been in for this long are closed: everyone has gone home. */
const abandonedAfter = sql`interval '5 minutes'`;

// --- opening ----------------------------------------------------------------------------------------------------

/** Null when rooms of this meeting are open already. */
export async function openSession(
  tx: Tx,
  meetingId: MeetingId,
  { choice, minutes }: { choice: BreakoutChoice; minutes: number | null },
): Promise<BreakoutSession | null> {
  const [row] = await tx
    .insert(breakoutSessions)
    .values({
      id: createId('brk'),
      meetingId,
      choice,
      closesAt: minutes === null ? null : sql`now() + make_interval(mins => ${minutes})`,
    })
    .onConflictDoNothing()
    .returning();
  return row ?? null;
}

/**
 * Adds a room: a meeting with the AI participant, the rules and the silence of the main one as they are now. Its code
 * is its id, which nobody can type: web alone lets people in.
 */
export async function addRoom(
  tx: Tx,
  main: Meeting,
  room: { sessionId: Id<'brk'>; name: string; title: string; position: number },
): Promise<MeetingId> {
  const id = createId('mtg');
  const { sessionId, name, title, position } = room;
  await tx.insert(meetings).values({
    id,
    code: id,
    title,
    parentId: main.id,
    ownerId: main.ownerId,
    language: main.language,
    timeZone: main.timeZone,
    // It has greeted everyone in the main room.
    persona: { ...main.persona, greeting: '' },
    personaVersionId: main.personaVersionId,
    agentMuted: main.agentMuted,
    agentDismissed: main.agentDismissed,
    whoMayChat: main.whoMayChat,
    whoMayShare: main.whoMayShare,
    whoMayDraw: main.whoMayDraw,
    summaryTemplate: main.summaryTemplate,
    summaryInstructions: main.summaryInstructions,
    summaryMail: main.summaryMail,
  });
  // Off the record is off the record in all rooms.
  if (main.paused) await beginPause(tx, id, null);
  await tx.insert(breakoutRooms).values({ roomId: id, sessionId, name, position });
  return id;
}

// --- what is open -----------------------------------------------------------------------------------------------

const isOpen = and(
  isNull(breakoutSessions.closedAt),
  sql`(${breakoutSessions.closesAt} is null or ${breakoutSessions.closesAt} > now())`,
);

/** The session whose rooms people may enter now, with the time that it has left; null when there is none. */
export async function findOpenSession(
  db: Tx,
  mainId: MeetingId,
): Promise<(BreakoutSession & { closesInMs: number | null }) | null> {
  const [row] = await db
    .select({
      session: breakoutSessions,
      closesInMs: sql<
        number | null
      >`(extract(epoch from ${breakoutSessions.closesAt} - clock_timestamp()) * 1000)::float8`,
    })
    .from(breakoutSessions)
    .where(and(eq(breakoutSessions.meetingId, mainId), isOpen));
  return row ? { ...row.session, closesInMs: row.closesInMs } : null;
}

export interface RoomRow {
  id: MeetingId;
  name: string;
  status: Meeting['status'];
}

/** The rooms of a session that still are, in the order in which the host named them. */
export function listRooms(db: Tx, sessionId: Id<'brk'>): Promise<RoomRow[]> {
  return db
    .select({ id: breakoutRooms.roomId, name: breakoutRooms.name, status: meetings.status })
    .from(breakoutRooms)
    .innerJoin(meetings, eq(meetings.id, breakoutRooms.roomId))
    .where(eq(breakoutRooms.sessionId, sessionId))
    .orderBy(asc(breakoutRooms.position));
}

export interface BreakoutPersonRow {
  id: ParticipantId;
  name: string;
  role: Role;
  /** In the main room now. */
  inMain: boolean;
  seat: MeetingId | null;
  /** The breakout room in which they are now. */
  inRoom: MeetingId | null;
}

/** Everyone who was let into the main meeting, and where they belong and are. */
export function listBreakoutPeople(
  db: Tx,
  { id, meetingId }: Pick<BreakoutSession, 'id' | 'meetingId'>,
): Promise<BreakoutPersonRow[]> {
  return db
    .select({
      id: participants.id,
      name: participants.name,
      role: participants.role,
      inMain: isPresent,
      seat: breakoutSeats.roomId,
      inRoom: sql<MeetingId | null>`(
        select there.meeting_id from participants there
        join breakout_rooms r on r.room_id = there.meeting_id and r.session_id = ${id}
        join presence_intervals i on i.participant_id = there.id and i.left_at is null
        where there.main_id = participants.id order by i.joined_at desc limit 1)`,
    })
    .from(participants)
    .leftJoin(
      breakoutSeats,
      and(eq(breakoutSeats.participantId, participants.id), eq(breakoutSeats.sessionId, id)),
    )
    .where(and(eq(participants.meetingId, meetingId), eq(participants.admission, 'admitted')))
    .orderBy(participants.createdAt, participants.id);
}

// --- places -----------------------------------------------------------------------------------------------------

/** Gives those of `people` who were let into the main meeting a place in a room, instead of any other. */
export async function seatPeople(
  tx: Tx,
  { id, meetingId }: Pick<BreakoutSession, 'id' | 'meetingId'>,
  roomId: MeetingId,
  people: readonly ParticipantId[],
): Promise<void> {
  if (people.length === 0) return;
  const known = await tx
    .select({ id: participants.id })
    .from(participants)
    .where(
      and(
        eq(participants.meetingId, meetingId),
        inArray(participants.id, [...people]),
        eq(participants.admission, 'admitted'),
      ),
    );
  if (known.length === 0) return;
  await tx
    .insert(breakoutSeats)
    .values(known.map((person) => ({ sessionId: id, participantId: person.id, roomId })))
    .onConflictDoUpdate({
      target: [breakoutSeats.sessionId, breakoutSeats.participantId],
      set: { roomId },
    });
}

export async function unseatPerson(tx: Tx, sessionId: Id<'brk'>, id: ParticipantId): Promise<void> {
  await tx
    .delete(breakoutSeats)
    .where(and(eq(breakoutSeats.sessionId, sessionId), eq(breakoutSeats.participantId, id)));
}

export async function findSeat(db: Tx, sessionId: Id<'brk'>, id: ParticipantId): Promise<MeetingId | null> {
  const [row] = await db
    .select({ roomId: breakoutSeats.roomId })
    .from(breakoutSeats)
    .where(and(eq(breakoutSeats.sessionId, sessionId), eq(breakoutSeats.participantId, id)));
  return row?.roomId ?? null;
}

/** As whom a person of the main meeting is known in its breakout rooms, open and closed. */
export function listCounterparts(db: Tx, mainId: ParticipantId) {
  return db
    .select({ id: participants.id, meetingId: participants.meetingId })
    .from(participants)
    .where(eq(participants.mainId, mainId));
}

// --- closing ----------------------------------------------------------------------------------------------------

/** Closes the open session in `ms` from now, unless it closes sooner. False when none is open. */
export async function closeSessionIn(db: Tx, mainId: MeetingId, ms: number): Promise<boolean> {
  const rows = await db
    .update(breakoutSessions)
    .set({
      closesAt: sql`least(coalesce(${breakoutSessions.closesAt}, 'infinity'), now() + make_interval(secs => ${ms / 1000}))`,
    })
    .where(and(eq(breakoutSessions.meetingId, mainId), isOpen))
    .returning({ id: breakoutSessions.id });
  return rows.length > 0;
}

/** Sessions to close: their time has come, their meeting is over, or everyone has gone. */
export function listDueSessions(db: Tx): Promise<BreakoutSession[]> {
  const isDeserted: SQL = sql`not exists (
    select 1 from meetings m left join breakout_rooms r on r.room_id = m.id
    where (m.id = breakout_sessions.meeting_id or r.session_id = breakout_sessions.id)
      and (m.status = 'live' and (m.room_missing_since is null
        or m.room_missing_since > now() - ${abandonedAfter})))`;
  return db
    .select()
    .from(breakoutSessions)
    .where(
      and(
        isNull(breakoutSessions.closedAt),
        sql`(${breakoutSessions.closesAt} <= now()
          or exists (select 1 from meetings m where m.id = breakout_sessions.meeting_id and m.status <> 'live')
          or ${isDeserted})`,
      ),
    );
}

/** Removes a room that nobody has entered: there is nothing in it. False when somebody has. */
export async function dropUnusedRoom(tx: Tx, roomId: MeetingId): Promise<boolean> {
  const rows = await tx
    .delete(meetings)
    .where(and(eq(meetings.id, roomId), isNotNull(meetings.parentId), eq(meetings.status, 'scheduled')))
    .returning({ id: meetings.id });
  return rows.length > 0;
}

export async function markSessionClosed(db: Tx, id: Id<'brk'>): Promise<void> {
  await db
    .update(breakoutSessions)
    .set({ closedAt: sql`coalesce(${breakoutSessions.closedAt}, now())` })
    .where(eq(breakoutSessions.id, id));
}

/**
 * Milliseconds since the newest breakout session of which this meeting is the main room, or a room, closed: 0 while
 * one is open, null when there never was one.
 */
export async function findBreakoutsAge(db: Tx, { id, parentId }: Pick<Meeting, 'id' | 'parentId'>) {
  const [row] = await db
    .select({
      ms: sql<
        number | null
      >`(extract(epoch from now() - max(coalesce(${breakoutSessions.closedAt}, now()))) * 1000)::float8`,
    })
    .from(breakoutSessions)
    .where(eq(breakoutSessions.meetingId, parentId ?? id));
  return row?.ms ?? null;
}

// --- afterwards -------------------------------------------------------------------------------------------------

/** Breakout rooms of a meeting that the viewer may see, in the order in which they were opened. */
export function listBreakoutsOf(db: Tx, viewer: Viewer, mainId: MeetingId) {
  return db
    .select({ id: meetings.id, name: breakoutRooms.name, phase: meetingPhase })
    .from(meetings)
    .innerJoin(breakoutRooms, eq(breakoutRooms.roomId, meetings.id))
    .where(and(eq(meetings.parentId, mainId), ne(meetings.status, 'scheduled'), visibleTo(viewer)))
    .orderBy(asc(meetings.createdAt), asc(breakoutRooms.position));
}
