import { lockMeeting, setBoardOpened } from '../../db/queries/meetings.ts';
import type { Participant } from '../../db/queries/participants.ts';
import type { WebContext } from '../context.ts';
import { mirrorMeeting } from '../mirror-meeting.ts';
import { refuseToDraw } from './may-draw.ts';

/** Gives the meeting a whiteboard, and tells everyone who did. Once: whoever comes later finds it. */
export async function openBoard(context: WebContext, person: Participant): Promise<void> {
  const { meetingId } = person;
  const isNew = await context.database.db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    refuseToDraw(meeting, person);
    return setBoardOpened(tx, meetingId);
  });
  if (!isNew) return;
  try {
    await mirrorMeeting(context, meetingId);
    await context.rooms.sendControl(meetingId, {
      type: 'board.opened',
      personId: person.id,
      by: person.name,
    });
  } catch (error) {
    context.logger.warn({ err: error, meetingId }, 'whiteboard not shown yet');
  }
}
