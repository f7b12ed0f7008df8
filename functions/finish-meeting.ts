/** What follows the end of a meeting: the last lines arrive, presence is settled, the meeting is complete. */
import { setTimeout as sleep } from 'node:timers/promises';
import { NonRetriableError } from 'inngest';
import type { Db } from '../db/database.ts';
import { closeMeeting, completeMeeting, findFlushState, settleAtEnd } from '../db/queries/finish-meeting.ts';
import type { MeetingId } from '../lib/ids.ts';
import type { FunctionContext } from './context.ts';
import { meetingFinished } from './events.ts';

/** One look for the last lines: a step of this length at most, so that a restart repeats little. */
const lookMs = 10_000;
/** After two minutes the meeting completes without them; of those that come later web says `transcript/revised`. */
const maxLooks = 12;
/** Time for a killed job's spool to be replayed by the next worker: a minute without any sign of life. */
const maxQuietLooks = 6;

export function createFinishMeeting({ inngest, database: { db }, logger }: FunctionContext) {
  return inngest.createFunction(
    {
      id: 'finish-meeting',
      triggers: [meetingFinished],
      // All that can fail is the database: with the embedded runner's backoff these last a quarter of an hour.
      retries: 20,
      idempotency: 'event.data.meetingId',
    },
    async ({ event, step }) => {
      const { meetingId } = event.data;
      await step.run('close-meeting', () => closeForGood(db, meetingId));
      for (let look = 0, quiet = 0; look < maxLooks && quiet < maxQuietLooks; look += 1) {
        const seen = await step.run('await-last-lines', () => awaitLastLines(db, meetingId, { lookMs }));
        if (seen === 'complete') break;
        quiet = seen === 'active' ? 0 : quiet + 1;
      }
      await step.run('settle-presence', () => settleAtEnd(db, meetingId));
      const counts = await step.run('complete-meeting', () => completeMeeting(db, meetingId));
      logger.info({ meetingId, ...counts }, 'meeting completed');
      return counts;
    },
  );
}

/** Nobody can join from here on. A meeting that does not exist is not tried again. */
export async function closeForGood(db: Db, meetingId: MeetingId): Promise<void> {
  if (!(await closeMeeting(db, meetingId))) throw new NonRetriableError(`There is no meeting ${meetingId}.`);
}

/** Jobs report every 3 s. */
const aliveMs = 7_000;
const pollEveryMs = 100;

/**
 * Looks until every agent job that joined has delivered all it had, for `lookMs` at most. `active`: something
 * is missing, and a line came during the look or a job is alive; `quiet`: something is missing and nobody moves.
 */
export async function awaitLastLines(
  db: Db,
  meetingId: MeetingId,
  { lookMs }: { lookMs: number },
): Promise<'complete' | 'active' | 'quiet'> {
  const first = await findFlushState(db, meetingId);
  const until = performance.now() + lookMs;
  let state = first;
  while (state.open > 0 && performance.now() < until) {
    await sleep(pollEveryMs);
    state = await findFlushState(db, meetingId);
  }
  if (state.open === 0) return 'complete';
  const alive = state.heartbeatAgoMs !== null && state.heartbeatAgoMs < aliveMs;
  return alive || state.lines > first.lines ? 'active' : 'quiet';
}
