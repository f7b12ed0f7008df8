/** Looks after every open recording: recorders are killed, never start, or lose the network. */
import { listOpenRecordings } from '../../db/queries/recordings.ts';
import type { WebContext } from '../context.ts';
import { recorderOf } from './choose-recorder.ts';
import { stopRecording } from './control-recording.ts';
import { resumeRecordings } from './resume-recordings.ts';

/** One round over all open recordings. The caller holds the lock of this round. */
export async function watchRecordings(context: WebContext): Promise<void> {
  for (const open of await listOpenRecordings(context.database.db)) {
    const { recording, meetingStatus, paused } = open;
    const { meetingId, id, status } = recording;
    try {
      if (status !== 'ending' && (meetingStatus !== 'live' || paused)) {
        await stopRecording(context, meetingId, { resumes: paused && meetingStatus === 'live' });
      }
      await recorderOf(context, recording.recorder).attend(open);
    } catch (error) {
      // The others are looked after all the same; this one again in the next round.
      context.logger.warn({ err: error, meetingId, recordingId: id }, 'a recording was not looked after');
    }
  }
  await resumeRecordings(context);
}
