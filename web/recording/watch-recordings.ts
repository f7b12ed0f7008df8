/** Looks after every open recording: recorders are killed, never start, or lose the network. */
import { listOpenRecordings, type OpenRecording } from '../../db/queries/recordings.ts';
import type { WebContext } from '../context.ts';
import { recorderOf } from './choose-recorder.ts';
import { finishPictures, stopStrays } from './egress/egress-recorder.ts';
import { endRecording } from './end-recording.ts';
import { resumeRecordings } from './resume-recordings.ts';

/** One round over all open recordings. The caller holds the lock of this round. */
export async function watchRecordings(context: WebContext): Promise<void> {
  const open = await listOpenRecordings(context.database.db);
  await Promise.all(
    open.map(async (each) => {
      const { meetingId, id: recordingId } = each.recording;
      await watchOne(context, each).catch((error) =>
        context.logger.warn({ err: error, meetingId, recordingId }, 'a recording was not looked after'),
      );
    }),
  );
  await finishPictures(context);
  await stopStrays(context);
  await resumeRecordings(context);
}

async function watchOne(context: WebContext, open: OpenRecording): Promise<void> {
  const { recording, meetingStatus, paused } = open;
  const isLive = meetingStatus === 'live';
  if (recording.status !== 'ending' && (!isLive || paused)) {
    return endRecording(context, recording.meetingId, { resumes: paused && isLive });
  }
  await recorderOf(context, recording.recorder).attend(open);
}
