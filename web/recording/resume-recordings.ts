import { listResumable } from '../../db/queries/recordings.ts';
import type { WebContext } from '../context.ts';
import { startRecording } from './control-recording.ts';

/**
 * Meetings that were recorded when they went off the record are recorded again once they are back on it: in new
 * files, and announced like any other recording.
 */
export async function resumeRecordings(context: WebContext): Promise<void> {
  for (const { meetingId, startedBy, picture } of await listResumable(context.database.db)) {
    try {
      // While LiveKit does not answer nobody can be told, and each attempt would leave a failed recording.
      const rooms = await context.rooms.listRooms([meetingId]);
      if (rooms.has(meetingId))
        await startRecording(context, {
          ...{ meetingId, startedBy },
          // Web may have been started without since.
          picture: picture && context.config.recordings.picture !== null,
        });
    } catch (error) {
      context.logger.warn({ err: error, meetingId }, 'recording not resumed yet');
    }
  }
}
