/** What follows the deletion of a meeting: its sound, and what somebody still wrote about it while it went. */
import type { Db } from '../db/database.ts';
import { eraseTraces } from '../db/queries/delete-meeting.ts';
import type { MeetingId } from '../lib/ids.ts';
import type { RecordingStore } from '../lib/recordings/recording-store.ts';
import type { FunctionContext } from './context.ts';
import { meetingDeleted } from './events.ts';

/** The deletion itself has looked at older mails. */
const freshMs = 2 * 86_400_000;
/** By then every recorder, function and sender of mails that was at work has found the meeting gone. */
const secondLook = '1h';

export function createPurgeMeeting({
  inngest,
  database: { db },
  recordings: { store },
  logger,
}: FunctionContext) {
  return inngest.createFunction(
    {
      id: 'purge-meeting',
      triggers: [meetingDeleted],
      // What these do not reach, the hourly sweep does.
      retries: 10,
      concurrency: { limit: 2 },
      idempotency: 'event.data.meetingId',
    },
    async ({ event, step }) => {
      const { meetingId } = event.data;
      const files = await step.run('remove-sound', () => purgeRest(db, store, meetingId));
      await step.sleep('let-others-finish', secondLook);
      const late = await step.run('remove-late-sound', () => purgeRest(db, store, meetingId));
      logger.info({ meetingId, files, late }, 'meeting purged');
      return { files: files + late };
    },
  );
}

/** Removes what is left of a deleted meeting outside its own rows; gives the number of files. Repeating it is harmless. */
export async function purgeRest(db: Db, store: RecordingStore, meetingId: MeetingId): Promise<number> {
  await db.transaction((tx) => eraseTraces(tx, meetingId, { mailsSince: Date.now() - freshMs }));
  return store.remove(`${meetingId}/`);
}
