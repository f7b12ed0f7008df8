/**
 * Every hour: deletes the meetings whose time is over, looks once more for what deleted ones left behind, and forgets
 * old deliveries of webhooks.
 */
import { cron } from 'inngest';
import type { Db } from '../db/database.ts';
import { deleteMeeting, listFreshDeletions } from '../db/queries/delete-meeting.ts';
import { listOverdueMeetings } from '../db/queries/retention.ts';
import { forgetDeliveries } from '../db/queries/webhook-deliveries.ts';
import type { RecordingStore } from '../lib/recordings/recording-store.ts';
import type { FunctionContext } from './context.ts';
import { purgeRest } from './purge-meeting.ts';

/** Not once a day: a machine that is off at that moment would miss the tick. */
const hourly = '17 * * * *';
const atOnce = 500;
/** A machine that was off for so long may come back with something to write. */
const sweepHours = 24;
/** Long enough to find out why a receiver lacks something. */
const deliveriesDays = 30;

export function createPurgeMeetings({
  inngest,
  database: { db },
  recordings: { store },
  logger,
}: FunctionContext) {
  return inngest.createFunction(
    { id: 'purge-meetings', triggers: [cron(hourly)], retries: 4, concurrency: { limit: 1 } },
    async ({ step }) => {
      let deleted = 0;
      for (let round = 1; ; round += 1) {
        const found = await step.run(`delete-overdue-${round}`, () => deleteOverdue(db));
        deleted += found;
        if (found < atOnce) break;
      }
      const files = await step.run('sweep', () => sweepDeleted(db, store));
      const deliveries = await step.run('forget-deliveries', () =>
        forgetDeliveries(db, { days: deliveriesDays }),
      );
      logger.info({ deleted, files, deliveries }, 'meetings purged');
      return { deleted, files, deliveries };
    },
  );
}

/** Deletes up to 500; gives how many. */
export async function deleteOverdue(db: Db): Promise<number> {
  const ids = await listOverdueMeetings(db, { limit: atOnce });
  for (const id of ids) await deleteMeeting(db, { id, reason: 'retention' });
  return ids.length;
}

/** Gives the number of files that it found and removed. */
export async function sweepDeleted(db: Db, store: RecordingStore): Promise<number> {
  let files = 0;
  for (const id of await listFreshDeletions(db, { hours: sweepHours }))
    files += await purgeRest(db, store, id);
  return files;
}
