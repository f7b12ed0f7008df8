/** What a recorder process asks of web and tells it. */
import type { Db, Tx } from '../../db/database.ts';
import { findDeletion } from '../../db/queries/delete-meeting.ts';
import {
  claimRecording,
  findRecording,
  finishRecording,
  isRecordingDeleted,
  type Recording,
  releaseRecording,
  renewLease,
  storeFiles,
} from '../../db/queries/recordings.ts';
import type { Id, MeetingId } from '../../lib/ids.ts';
import type {
  ClaimedRecording,
  LeftFilesOrder,
  RecorderOrder,
  RecorderReport,
} from '../../lib/recorder-messages.ts';
import type { WebContext } from '../context.ts';
import { mirrorMeeting } from '../mirror-meeting.ts';
import { announcedForMs, nobodyHeard } from './recorder.ts';

/** Recorders report every 2 s. */
const leaseMs = 9_000;
/** While the room is wrong whoever takes the recording leaves it at once. */
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
  if (report.finished && recording.status === 'recording')
    await giveBack(context, recording, report.recorderId);
  return isOver ? 'stop' : 'go_on';
}

/**
 * What becomes of files that a recorder still has. Only what is known to be deleted is forgotten, with its meeting or
 * alone: a restored database may know the meeting and not its recording, whose sound is then nowhere else.
 */
export async function judgeLeftFiles(
  db: Db,
  { meetingId, recordingId }: { meetingId: MeetingId; recordingId: Id<'rec'> },
): Promise<LeftFilesOrder> {
  if (await findRecording(db, recordingId)) return 'give';
  const isDeleted =
    (await isRecordingDeleted(db, recordingId)) || (await findDeletion(db, meetingId)) !== null;
  return isDeleted ? 'forget' : 'wait';
}

/** A recorder leaves a recording that goes on when it is stopped itself, or when the room says otherwise: then the room is wrong. */
async function giveBack(context: WebContext, { id, meetingId }: Recording, owner: Id<'wrk'>): Promise<void> {
  const isRight = await mirrorMeeting(context, meetingId).then(
    () => true,
    () => false,
  );
  await releaseRecording(context.database.db, { id, owner, pauseMs: isRight ? 0 : giveBackMs });
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
  return recording;
}

const folderOf = ({ meetingId, id }: Recording) => `${meetingId}/${id}/`;
