/** Starting and stopping a recording: stored first, told to everyone, and only then anything is kept. */
import { lockMeeting } from '../../db/queries/meetings.ts';
import type { Participant } from '../../db/queries/participants.ts';
import {
  announceRecording,
  findOpenRecording,
  insertRecording,
  stopOpenRecording,
} from '../../db/queries/recordings.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';
import { mirrorMeeting } from '../mirror-meeting.ts';

/** Idempotent: a recording that runs goes on. Throws a sentence when the meeting cannot be recorded now. */
export async function startRecording(context: WebContext, actor: Participant): Promise<void> {
  const { meetingId } = actor;
  const recording = await context.database.db.transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId);
    if (meeting?.status !== 'live') throw new ParleyError('meeting_ended', 'This meeting is not running.');
    if (meeting.paused) {
      throw new ParleyError('conflict', 'This meeting is off the record. Go back on the record first.');
    }
    const open = await findOpenRecording(tx, meetingId);
    if (open?.status === 'ending') {
      throw new ParleyError('conflict', 'The last recording is being finished. Try again in a few seconds.', {
        retryable: true,
      });
    }
    return open ?? (await insertRecording(tx, { meetingId, startedBy: actor.id }));
  });
  if (recording.announcedAt) return;
  try {
    await mirrorMeeting(context, meetingId);
  } catch (error) {
    await stopRecording(context, meetingId);
    throw error;
  }
  await announceRecording(context.database.db, recording.id);
  context.logger.info({ meetingId, recordingId: recording.id }, 'recording starts');
}

/** Idempotent. When LiveKit does not answer, the recorder still hears of it by its next report. */
export async function stopRecording(context: WebContext, meetingId: MeetingId): Promise<void> {
  const stopped = await context.database.db.transaction(async (tx) => {
    await lockMeeting(tx, meetingId);
    return stopOpenRecording(tx, meetingId);
  });
  if (!stopped) return;
  context.logger.info({ meetingId, recordingId: stopped.id }, 'recording stops');
  await mirrorMeeting(context, meetingId).catch((error) =>
    context.logger.warn({ err: error, meetingId }, 'end of recording not shown yet'),
  );
}
