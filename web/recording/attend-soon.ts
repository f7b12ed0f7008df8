import { setTimeout as sleep } from 'node:timers/promises';
import { listOpenRecordings } from '../../db/queries/recordings.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';
import { recorderOf } from './choose-recorder.ts';

/** Looks after a meeting's recording without waiting for the next round, which comes anyway. */
export function attendSoon(context: WebContext, meetingId: MeetingId, afterMs = 0): void {
  void attend(context, meetingId, afterMs).catch((error) =>
    context.logger.debug({ err: error, meetingId }, 'a recording waits for the next round'),
  );
}

async function attend(context: WebContext, meetingId: MeetingId, afterMs: number): Promise<void> {
  // Nobody waits for it: it must not keep a process that is done.
  await sleep(afterMs, undefined, { ref: false });
  for (const open of await listOpenRecordings(context.database.db, meetingId)) {
    await recorderOf(context, open.recording.recorder).attend(open);
  }
}
