/** Breakout rooms: meetings of their own, with a name and a place in the order of their session. */
import { and, asc, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { createId, type Id, type MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { breakoutRooms } from '../schema/breakouts.ts';
import { meetings } from '../schema/meetings.ts';
import { beginPause } from './assistant-control.ts';
import { meetingPhase } from './meeting-phase.ts';
import { type Viewer, visibleTo } from './meeting-visibility.ts';
import type { Meeting } from './meetings.ts';

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
    whoMayPoll: main.whoMayPoll,
    summaryTemplate: main.summaryTemplate,
    summaryInstructions: main.summaryInstructions,
  });
  if (main.paused) await beginPause(tx, id, { by: null, withMain: true });
  await tx.insert(breakoutRooms).values({ roomId: id, sessionId, name, position });
  return id;
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

/** Breakout rooms of a meeting that have not ended, in an order in which they can be locked. */
export async function listOpenRoomIds(db: Tx, mainId: MeetingId): Promise<MeetingId[]> {
  const rows = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.parentId, mainId), inArray(meetings.status, ['scheduled', 'live'])))
    .orderBy(asc(meetings.id));
  return rows.map(({ id }) => id);
}

/** Removes a room that nobody has entered: there is nothing in it. False when somebody has. */
export async function dropUnusedRoom(tx: Tx, roomId: MeetingId): Promise<boolean> {
  const rows = await tx
    .delete(meetings)
    .where(and(eq(meetings.id, roomId), isNotNull(meetings.parentId), eq(meetings.status, 'scheduled')))
    .returning({ id: meetings.id });
  return rows.length > 0;
}

/** True when somebody was in a breakout room of the meeting. */
export async function hasBreakouts(db: Tx, mainId: MeetingId): Promise<boolean> {
  const wasEntered = and(eq(meetings.parentId, mainId), ne(meetings.status, 'scheduled'));
  return (await db.$count(meetings, wasEntered)) > 0;
}

/** Breakout rooms of a meeting that the viewer may see, in the order in which they were opened. */
export function listBreakoutsOf(db: Tx, viewer: Viewer, mainId: MeetingId) {
  return db
    .select({ id: meetings.id, name: breakoutRooms.name, phase: meetingPhase })
    .from(meetings)
    .innerJoin(breakoutRooms, eq(breakoutRooms.roomId, meetings.id))
    .where(and(eq(meetings.parentId, mainId), ne(meetings.status, 'scheduled'), visibleTo(viewer)))
    .orderBy(asc(meetings.createdAt), asc(breakoutRooms.position));
}
