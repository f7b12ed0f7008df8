import { endMeeting as storeEnd } from '../db/queries/meetings.ts';
import type { EndReason } from '../db/schema/meetings.ts';
import type { MeetingId } from '../lib/ids.ts';
import { closeRoom } from '../lib/room-control.ts';
import type { WebContext } from './context.ts';
import { stopRecording } from './recording/control-recording.ts';

/**
 * Ends a meeting for everyone: stored first, then told to the room, then the room is closed. When LiveKit is
 * away the meeting has ended all the same, and the reconciler closes the room later.
 */
export async function endMeeting(
  context: WebContext,
  { id, reason, roomSid }: { id: MeetingId; reason: EndReason; roomSid?: string },
): Promise<void> {
  const ended = await storeEnd(context.database.db, {
    id,
    reason,
    ...(roomSid === undefined ? {} : { roomSid }),
  });
  if (!ended) return;
  context.logger.info({ meetingId: id, reason }, 'meeting ended');
  await stopRecording(context, id);
  await closeRoom(context.rooms, id, context.logger);
}
