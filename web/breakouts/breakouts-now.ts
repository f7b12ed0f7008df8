import { listBreakoutPeople } from '../../db/queries/breakout-places.ts';
import { listRooms } from '../../db/queries/breakout-rooms.ts';
import { findOpenSession } from '../../db/queries/breakout-sessions.ts';
import type { Breakouts } from '../../lib/breakout-messages.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';
import { viewBreakouts } from './view-breakouts.ts';

/** The breakout rooms that are open now, as this person of the main meeting, or a reader without one, may see them. */
export async function breakoutsFor(
  { database: { db } }: WebContext,
  { id, meetingId }: { id: ParticipantId | null; meetingId: MeetingId },
): Promise<Breakouts> {
  const session = await findOpenSession(db, meetingId);
  if (!session) return { open: null };
  const rooms = await listRooms(db, session.id);
  const people = await listBreakoutPeople(db, session);
  return { open: viewBreakouts({ ...session, rooms, people }, id) };
}
