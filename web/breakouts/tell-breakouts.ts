import { listRooms } from '../../db/queries/breakout-rooms.ts';
import type { BreakoutSession } from '../../db/queries/breakout-sessions.ts';
import type { ControlMessage } from '../../lib/control-messages.ts';
import type { WebContext } from '../context.ts';

/** To everyone in the main room and in the rooms of the session. Best effort: pages also ask by themselves. */
export async function tellBreakouts(
  { database, rooms, logger }: WebContext,
  { id, meetingId }: Pick<BreakoutSession, 'id' | 'meetingId'>,
  message: ControlMessage,
): Promise<void> {
  const places = [meetingId, ...(await listRooms(database.db, id)).map((room) => room.id)];
  const told = await Promise.allSettled(places.map((place) => rooms.sendControl(place, message)));
  for (const each of told) {
    if (each.status === 'rejected') logger.warn({ err: each.reason, meetingId }, 'breakout rooms not told');
  }
}
