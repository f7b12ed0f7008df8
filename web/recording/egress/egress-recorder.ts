/**
 * LiveKit Egress as a recorder: one order per person, level by level: whoever is in the room and not recorded gets an
 * order, and a recording is over when all of these are. Webhooks make it quicker and are not needed. A picture is one
 * more order.
 */
import {
  type AgedEgress,
  isSound,
  listEgresses,
  listMeetingsWithGivenUp,
  listRecordingsWithOpenPicture,
  noteMissing,
  noteStopAsked,
  tellRecordingEnded,
} from '../../../db/queries/egresses.ts';
import { giveUpEgress } from '../../../db/queries/end-egress.ts';
import {
  findRecording,
  noteRecording,
  type OpenRecording,
  type Recording,
} from '../../../db/queries/recordings.ts';
import { idSchema } from '../../../lib/id-schema.ts';
import type { ParticipantId } from '../../../lib/ids.ts';
import { personAttributes } from '../../../lib/messages.ts';
import type { WebContext } from '../../context.ts';
import type { RoomParticipant } from '../../livekit-port.ts';
import { endRecording, giveUpRecording } from '../end-recording.ts';
import { announcedForMs, type Recorder } from '../recorder.ts';
import { applyReport, stopEgress, stopStray } from './apply-report.ts';
import { attendPicture } from './attend-picture.ts';
import { checkFolderSign } from './folder-sign.ts';
import { judgeEgress } from './judge-egress.ts';
import { placeOrder } from './place-order.ts';

/** Announcing takes milliseconds: whoever asked has died. */
const announcePatienceMs = 30_000;
/** How often LiveKit's list is read while webhooks tell what happens. */
const listEveryMs = 8_000;

export function createEgressRecorder(context: WebContext): Recorder {
  const { config, recordings, egress } = context;
  const checkReady = async () => {
    if (!config.recordings.bucket) await checkFolderSign(config.recordings.folder, Date.now());
    await recordings.checkRoom();
  };
  return {
    checkReady,
    async describe() {
      await checkReady();
      await egress.list('parley-health');
      return `LiveKit Egress, ${recordings.place}`;
    },
    async attend(open) {
      const { recording } = open;
      if (recording.status === 'starting') await begin(context, open);
      if (recording.status === 'recording') await follow(context, open);
      if (recording.status === 'ending') await finish(context, recording);
    },
  };
}

/** Ends pictures whose recording is over: encoding and bringing them away can take longer than the sound. */
export async function finishPictures(context: WebContext): Promise<void> {
  for (const recording of await listRecordingsWithOpenPicture(context.database.db)) {
    await finish(context, recording).catch((error) =>
      context.logger.warn({ err: error, recordingId: recording.id }, 'a picture was not looked after'),
    );
  }
}

async function begin(context: WebContext, { recording, ...ages }: OpenRecording): Promise<void> {
  if ((ages.announcedForMs ?? 0) > announcedForMs) {
    await noteRecording(context.database.db, recording.id);
    await orderMissing(context, recording, []);
  } else if (ages.announcedForMs === null && ages.askedForMs > announcePatienceMs) {
    await giveUpRecording(context, recording, 'It could not be shown to everyone.');
  }
}

async function follow(context: WebContext, { recording, silentForMs }: OpenRecording): Promise<void> {
  const { db } = context.database;
  if (silentForMs === null || silentForMs > listEveryMs) {
    await readList(context, recording);
    await noteRecording(db, recording.id);
  }
  await settle(context, recording, { status: 'recording', listed: null });
  const known = await listEgresses(db, recording.id);
  await orderMissing(context, recording, known);
  await attendPicture(context, recording, known);
}

async function finish(context: WebContext, recording: Recording): Promise<void> {
  const { database } = context;
  const listed = await readList(context, recording);
  await settle(context, recording, { status: 'ending', listed });
  const open = (await listEgresses(database.db, recording.id)).filter(({ state }) => state !== 'over');
  // The picture may take longer: nothing that follows from the sound waits for it.
  if (recording.status === 'ending' && !open.some(isSound)) await tellRecordingEnded(database.db, recording);
  await Promise.all(
    open.map(async ({ id, egressId, state, stopAskedAt }) => {
      if (!egressId || state === 'ending') return;
      // Asked in every round: the call before may have been lost, and then it records on.
      if (!stopAskedAt) await noteStopAsked(database.db, id);
      await stopEgress(context, egressId);
    }),
  );
}

/**
 * Stops what still records in a meeting although its recording is over: LiveKit may have heard no stop before the order
 * was given up, or have carried out one of which it gave no answer.
 */
export async function stopStrays(context: WebContext): Promise<void> {
  const meetingIds = await listMeetingsWithGivenUp(context.database.db);
  await Promise.all(meetingIds.map((meetingId) => readList(context, { meetingId })));
}

/**
 * What webhooks would have told. Gives the ids of what LiveKit knows, null where it did not answer. A list that is empty
 * proves nothing: LiveKit's memory may have been wiped.
 */
async function readList(
  context: WebContext,
  { meetingId }: Pick<Recording, 'meetingId'>,
): Promise<ReadonlySet<string> | null> {
  const { egress, database, logger } = context;
  try {
    const reports = await egress.list(meetingId);
    for (const report of reports) {
      if ((await applyReport(database.db, report)) === 'stray') await stopStray(context, report);
    }
    return new Set(reports.map(({ egressId }) => egressId));
  } catch (error) {
    logger.warn({ err: error, meetingId }, 'egresses are not listed');
    return null;
  }
}

/** Gives up orders of which nothing will come any more. `listed`: what LiveKit knows, where it was asked and said so. */
async function settle(
  context: WebContext,
  { id: recordingId, meetingId }: Recording,
  { status, listed }: { status: 'recording' | 'ending'; listed: ReadonlySet<string> | null },
): Promise<void> {
  const { rooms, database, logger } = context;
  // At the end nobody needs to be in the room any more, and LiveKit need not answer.
  const participants = status === 'recording' ? await rooms.listParticipants(meetingId) : [];
  const inRoom = new Set(participants.map(({ identity }) => identity));
  for (const each of await listEgresses(database.db, recordingId)) {
    if (each.state === 'over') continue;
    const isMissing = status === 'recording' && each.state === 'running' && !inRoom.has(each.egressId ?? '');
    if (isMissing !== (each.missingSince !== null)) await noteMissing(database.db, each.id, isMissing);
    const isListed = listed?.has(each.egressId ?? '') ?? true;
    const problem = judgeEgress(each, { recording: status, isListed });
    if (problem === null) continue;
    logger.warn({ meetingId, recordingId, egressId: each.egressId, problem }, 'egress given up');
    if (each.egressId) await stopEgress(context, each.egressId);
    await giveUpEgress(database.db, each.id, problem);
  }
}

/** Orders for those who accepted the notice and are not recorded yet: also who came later, or whose order failed. */
async function orderMissing(context: WebContext, recording: Recording, known: AgedEgress[]): Promise<void> {
  const people = (await context.rooms.listParticipants(recording.meetingId)).filter(mayBeRecorded);
  for (const { identity } of people) {
    const participantId = idSchema('par').safeParse(identity);
    if (!participantId.success || known.some((each) => each.participantId === identity && isInTheWay(each))) {
      continue;
    }
    // LiveKit takes up to 23 s to find out that no service is there; others must not wait for that.
    void order(context, recording, participantId.data).catch((error) =>
      context.logger.warn({ err: error, recordingId: recording.id }, 'an order for an egress was lost'),
    );
  }
}

const mayBeRecorded = ({ kind, attributes, canUseMicrophone }: RoomParticipant) =>
  kind === 'standard' && canUseMicrophone && attributes[personAttributes.consent] === 'true';

/** After a failure the service gets some time. */
const againAfterMs = 20_000;
const isInTheWay = ({ state, problem, bytes, overForMs }: AgedEgress) =>
  state !== 'over' || (problem !== '' && bytes === 0 && (overForMs ?? 0) < againAfterMs);

async function order(context: WebContext, recording: Recording, identity: ParticipantId): Promise<void> {
  const problem = await placeOrder(context, recording, identity);
  if (problem) await giveUpWhereNobodyRecords(context, recording.id, problem);
}

/** A recording of which nothing is kept must not look like one. */
async function giveUpWhereNobodyRecords(
  context: WebContext,
  recordingId: Recording['id'],
  problem: string,
): Promise<void> {
  const { db } = context.database;
  const recording = await findRecording(db, recordingId);
  const all = (await listEgresses(db, recordingId)).filter(isSound);
  if (recording?.status !== 'recording' || all.some(({ state }) => state !== 'over')) return;
  const hasSound = all.some(({ bytes }) => bytes > 0);
  await endRecording(context, recording.meetingId, {
    resumes: false,
    problem: hasSound ? `${problem} What it had is kept.` : problem,
  });
}
