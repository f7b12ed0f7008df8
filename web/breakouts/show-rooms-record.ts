import { findOpenSession } from '../../db/queries/breakout-sessions.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';
import { mirrorMeeting } from '../mirror-meeting.ts';
import { tellBreakouts } from './tell-breakouts.ts';

/** Shows people in breakout rooms that those `changed` went off the record, or came back, with their main room. */
export async function showRoomsRecord(
  context: WebContext,
  mainId: MeetingId,
  changed: readonly MeetingId[],
): Promise<void> {
  await Promise.all(changed.map((room) => showRecord(context, room)));
  const session = await findOpenSession(context.database.db, mainId);
  if (session) await tellBreakouts(context, session, { type: 'breakouts.changed' });
}

async function showRecord(context: WebContext, roomId: MeetingId): Promise<void> {
  try {
    await mirrorMeeting(context, roomId);
    await context.rooms.sendControl(roomId, { type: 'gaps.changed' });
  } catch (error) {
    context.logger.warn({ err: error, meetingId: roomId }, 'not shown yet whether it is on the record');
  }
}
