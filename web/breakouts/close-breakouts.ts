import { dropUnusedRoom, listRooms } from '../../db/queries/breakout-rooms.ts';
import {
  type BreakoutSession,
  listDueSessions,
  markSessionClosed,
} from '../../db/queries/breakout-sessions.ts';
import { lockMeeting } from '../../db/queries/meetings.ts';
import type { WebContext } from '../context.ts';
import { endMeeting } from '../end-meeting.ts';
import { tellBreakouts } from './tell-breakouts.ts';

/** One round over all meetings. What a killed process left half done is finished by the next. */
export async function closeDueBreakouts(context: WebContext): Promise<void> {
  for (const session of await listDueSessions(context.database.db)) {
    await close(context, session).catch((error: unknown) => {
      // The rooms of one meeting hold up nobody else's.
      context.logger.warn({ err: error, meetingId: session.meetingId }, 'breakout rooms are not closed yet');
    });
  }
}

/** Ends the rooms, each like any meeting; those that nobody entered leave nothing behind. */
async function close(context: WebContext, session: BreakoutSession): Promise<void> {
  const { db } = context.database;
  for (const { id } of await listRooms(db, session.id)) {
    const unused = await db.transaction(async (tx) => {
      await lockMeeting(tx, id);
      return dropUnusedRoom(tx, id);
    });
    if (!unused) await endMeeting(context, { id, reason: 'breakouts_closed' });
  }
  await markSessionClosed(db, session.id);
  context.logger.info({ meetingId: session.meetingId }, 'breakout rooms closed');
  await tellBreakouts(context, session, { type: 'breakouts.changed' });
}
