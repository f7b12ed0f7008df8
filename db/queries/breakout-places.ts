/** Who has a place in which breakout room, who is where, and as whom. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Id, MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { Role } from '../../lib/roles.ts';
import type { Tx } from '../database.ts';
import { breakoutSeats } from '../schema/breakouts.ts';
import { participants } from '../schema/meetings.ts';
import type { BreakoutSession } from './breakout-sessions.ts';
import { isPresent } from './people.ts';

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
