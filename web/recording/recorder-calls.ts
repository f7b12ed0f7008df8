/** What a recorder process asks of web and tells it. */
import {
  claimRecording,
  finishRecording,
  type Recording,
  releaseRecording,
  renewLease,
  storeFiles,
} from '../../db/queries/recordings.ts';
import type { Id } from '../../lib/ids.ts';
import type { ClaimedRecording, RecorderOrder, RecorderReport } from '../../lib/recording-messages.ts';
import type { WebContext } from '../context.ts';

/** Recorders report every 2 s. */
const leaseMs = 9_000;
/** Room metadata reaches everyone within 150 ms; nothing is kept before people can have seen it. */
const announcedForMs = 500;

/** The next recording that nobody works on, with a token for its room; null when there is none. */
export async function giveRecording(
  { database, rooms, livekit }: WebContext,
  recorderId: Id<'wrk'>,
): Promise<ClaimedRecording | null> {
  const recording = await claimRecording(database.db, { owner: recorderId, leaseMs, announcedForMs });
  if (!recording) return null;
  const { id, meetingId } = recording;
  return {
    recordingId: id,
    meetingId,
    serverUrl: livekit.url,
    token: await rooms.createRecorderToken(meetingId, `recorder-${id}-${recorderId}`),
  };
}

/** Takes a report and says how to go on. Repeating it changes nothing. */
export async function takeReport(
  { database, logger }: WebContext,
  recordingId: string,
  { recorderId, files, finished }: RecorderReport,
): Promise<RecorderOrder> {
  return database.db.transaction(async (tx) => {
    const recording = await renewLease(tx, { id: recordingId, owner: recorderId, leaseMs });
    if (!recording) return 'lost';
    const own = files.filter(({ location }) => location.startsWith(folderOf(recording)));
    await storeFiles(tx, recording, own);
    if (finished && recording.status === 'ending') {
      // A recorder that was killed before this one may have had sound.
      const isSilent = own.length === 0 && recording.startedAt === null;
      await finishRecording(tx, recording.id, isSilent ? 'No microphone was on.' : '');
      logger.info({ meetingId: recording.meetingId, recordingId, files: own.length }, 'recording finished');
    }
    if (finished && recording.status === 'recording') await releaseRecording(tx, recording.id);
    return recording.status === 'ending' ? 'stop' : 'go_on';
  });
}

const folderOf = ({ meetingId, id }: Recording) => `${meetingId}/${id}/`;
