import { lockMeeting } from '../../db/queries/meetings.ts';
import { finishRecording, type Recording, stopOpenRecording } from '../../db/queries/recordings.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';
import { mirrorMeeting } from '../mirror-meeting.ts';

/** Ends a recording that nobody goes on with, with the reason as a sentence for people. */
export async function giveUpRecording(
  context: WebContext,
  { meetingId, id }: Recording,
  problem: string,
): Promise<void> {
  context.logger.warn({ meetingId, recordingId: id, problem }, 'recording given up');
  await context.database.db.transaction(async (tx) => {
    await lockMeeting(tx, meetingId);
    await finishRecording(tx, id, problem);
  });
  await showEnd(context, meetingId);
}

/**
 * Nothing more is kept from now on, and the room is told. `resumes`: it begins again when the meeting is back on the
 * record; `problem`: why it could not go on, as a sentence for people.
 */
export async function endRecording(
  context: WebContext,
  meetingId: MeetingId,
  how: { resumes: boolean; problem?: string },
): Promise<void> {
  const ended = await context.database.db.transaction(async (tx) => {
    await lockMeeting(tx, meetingId);
    return stopOpenRecording(tx, meetingId, how);
  });
  if (!ended) return;
  context.logger.info({ meetingId, recordingId: ended.id, problem: how.problem }, 'recording stops');
  await showEnd(context, meetingId);
}

/** Tells the room that it is not recorded any more; the reconciler does when LiveKit does not answer now. */
async function showEnd(context: WebContext, meetingId: MeetingId): Promise<void> {
  await mirrorMeeting(context, meetingId).catch((error) =>
    context.logger.warn({ err: error, meetingId }, 'end of recording not shown yet'),
  );
}
