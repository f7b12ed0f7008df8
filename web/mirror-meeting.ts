import { lockMeeting } from '../db/queries/meetings.ts';
import type { MeetingId } from '../lib/ids.ts';
import type { WebContext } from './context.ts';
import { roomMetadataOf } from './dispatch-agent.ts';

/**
 * Shows people in the room the meeting as it is stored; throws `unavailable` when LiveKit does not answer. Under the
 * meeting's lock, and from the row as it is then: of two changes the later one is shown.
 */
export async function mirrorMeeting(
  { database, rooms }: Pick<WebContext, 'database' | 'rooms'>,
  id: MeetingId,
): Promise<void> {
  await database.db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, id);
    if (meeting?.status !== 'live') return;
    await rooms.updateRoomMetadata(id, JSON.stringify(roomMetadataOf(meeting)));
  });
}
