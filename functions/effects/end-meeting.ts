import { endMeeting as storeEnd } from '../../db/queries/meetings.ts';
import { closeRoom } from '../../lib/room-control.ts';
import type { ToolResult } from '../../lib/tools/effects.ts';
import type { ApprovedAction } from '../../lib/tools/tool.ts';
import type { FunctionParts } from '../context.ts';

/** Ends the meeting for everyone; nothing more happens where it has ended. */
export async function endMeeting(
  { database: { db }, rooms, logger }: FunctionParts,
  { meetingId }: ApprovedAction,
): Promise<ToolResult> {
  const ended = await storeEnd(db, { id: meetingId, reason: 'host' });
  if (ended && rooms) await closeRoom(rooms, meetingId, logger);
  return { message: 'The meeting has ended.', made: [] };
}
