/** What a recorder process asks of web and tells it. */
import type { Tx } from '../../db/database.ts';
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
import { mirrorMeeting } from '../mirror-meeting.ts';
import { announcedForMs, nobodyHeard } from './recorder.ts';

/** Recorders report every 2 s. */
const leaseMs = 9_000;
/** A recorder that gave a recording back would have it again at once, and leave again. */
const giveBackMs = 2_000;

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
  context: WebContext,
  recordingId: string,
  report: RecorderReport,
): Promise<RecorderOrder> {
  const { database, logger } = context;
  const recording = await database.db.transaction((tx) => storeReport(tx, recordingId, report));
  if (!recording) return 'lost';
  const { meetingId } = recording;
  const isOver = recording.status === 'ending';
  if (report.finished && isOver) logger.info({ meetingId, recordingId }, 'recording finished');
  // A recorder leaves a recording that goes on when the room says otherwise: then the room is wrong.
  if (report.finished && !isOver) {
    await mirrorMeeting(context, meetingId).catch((error) =>
      logger.warn({ err: error, meetingId }, 'the room does not say yet that it is recorded'),
    );
  }
  return isOver ? 'stop' : 'go_on';
}

async function storeReport(
  tx: Tx,
  id: string,
  { recorderId, files, finished }: RecorderReport,
): Promise<Recording | null> {
  const recording = await renewLease(tx, { id, owner: recorderId, leaseMs, records: !finished });
  if (!recording) return null;
  const own = files.filter(({ location }) => location.startsWith(folderOf(recording)));
  await storeFiles(tx, recording, own);
  if (finished && recording.status === 'ending') {
    // A recorder that was killed before this one may have had sound.
    const isSilent = own.length === 0 && recording.startedAt === null;
    await finishRecording(tx, recording.id, isSilent ? nobodyHeard : '');
  }
  if (finished && recording.status === 'recording') await releaseRecording(tx, recording.id, giveBackMs);
  return recording;
}

const folderOf = ({ meetingId, id }: Recording) => `${meetingId}/${id}/`;
