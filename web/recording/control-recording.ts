/** Starting and stopping a recording: stored first, told to everyone, and only then anything is kept. */
import { lockMeeting } from '../../db/queries/meetings.ts';
import { announceRecording, findOpenRecording, insertRecording } from '../../db/queries/recordings.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';
import { mirrorMeeting } from '../mirror-meeting.ts';
import { attendSoon } from './attend-soon.ts';
import { recorderOf } from './choose-recorder.ts';
import { noPicture } from './egress/egress-port.ts';
import { endRecording } from './end-recording.ts';
import { announcedForMs, type Recorder } from './recorder.ts';

/** Idempotent: a recording that runs goes on. Throws a sentence when the meeting cannot be recorded now. */
export async function startRecording(
  context: WebContext,
  {
    meetingId,
    startedBy,
    picture = false,
  }: { meetingId: MeetingId; startedBy: ParticipantId | null; picture?: boolean },
): Promise<void> {
  const { recorder, picture: format } = context.config.recordings;
  if (picture && !format) throw new ParleyError('unavailable', noPicture);
  await checkReady(recorderOf(context, recorder));
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
    if (open && picture && !open.picture) {
      throw new ParleyError(
        'conflict',
        'The sound is being recorded. Stop that first to record the picture too.',
      );
    }
    return open ?? (await insertRecording(tx, { meetingId, startedBy, recorder, picture }));
  });
  if (recording.announcedAt) return;
  try {
    await mirrorMeeting(context, meetingId);
  } catch (error) {
    await stopRecording(context, meetingId);
    throw error;
  }
  await announceRecording(context.database.db, recording.id);
  attendSoon(context, meetingId, announcedForMs + 50);
  context.logger.info({ meetingId, recordingId: recording.id, recorder }, 'recording starts');
}

/** Idempotent. When LiveKit does not answer, the recorder still hears of it by its next report. */
export async function stopRecording(
  context: WebContext,
  meetingId: MeetingId,
  { resumes } = { resumes: false },
): Promise<void> {
  await endRecording(context, meetingId, { resumes });
  attendSoon(context, meetingId);
}

async function checkReady(recorder: Recorder): Promise<void> {
  try {
    await recorder.checkReady();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'The recorder is not available.';
    throw new ParleyError('unavailable', message, { cause });
  }
}
