/** What follows the end of a meeting: the last lines arrive, presence is settled, the meeting is complete. */
import { NonRetriableError } from 'inngest';
import type { Db } from '../db/database.ts';
import {
  closeMeeting,
  completeMeeting,
  findFlushState,
  settlePresenceAtEnd,
} from '../db/queries/finish-meeting.ts';
import type { MeetingId } from '../lib/ids.ts';
import type { FunctionContext } from './context.ts';
import { meetingFinished } from './events.ts';

/**
 * Waits between looks for the last lines, in seconds. An agent delivers within a second; a killed one's spool is
 * replayed when a worker is back. After two minutes the meeting completes all the same, and lines that come
 * later are stored and counted by ingest.
 */
const waitsSeconds = [1, 1, 2, 3, 5, 8, 10, 15, 15, 20, 20, 20];

export function createFinishMeeting({ inngest, database, logger }: FunctionContext) {
  return inngest.createFunction(
    {
      id: 'finish-meeting',
      triggers: [meetingFinished],
      retries: 10,
      idempotency: 'event.data.meetingId',
    },
    async ({ event, step }) => {
      const { meetingId } = event.data;
      await step.run('close-meeting', () => closeForGood(database.db, meetingId));
      for (const [look, seconds] of waitsSeconds.entries()) {
        if (await step.run(`look-for-last-lines-${look}`, () => hasLastLines(database.db, meetingId))) break;
        await step.sleep(`wait-for-last-lines-${look}`, `${seconds}s`);
      }
      await step.run('settle-presence', () => settlePresenceAtEnd(database.db, meetingId));
      const counts = await step.run('complete-meeting', () => completeMeeting(database.db, meetingId));
      logger.info({ meetingId, ...counts }, 'meeting completed');
      return counts;
    },
  );
}

/** Nobody can join from here on, and no gap stays open. A meeting that does not exist is not tried again. */
export async function closeForGood(db: Db, meetingId: MeetingId): Promise<void> {
  if (!(await closeMeeting(db, meetingId))) throw new NonRetriableError(`There is no meeting ${meetingId}.`);
}

/** True when every agent job that ever listened has delivered all it had. */
export async function hasLastLines(db: Db, meetingId: MeetingId): Promise<boolean> {
  return (await findFlushState(db, meetingId)).waiting === 0;
}
