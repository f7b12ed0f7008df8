/** What LiveKit Egress wrote becomes files of the recording: as long as they really are, not as they were announced. */
import type { Db } from '../db/database.ts';
import { findEgress, isSound, listEgresses, setEgressResult } from '../db/queries/egresses.ts';
import { findRecording, finishRecording, storeFiles } from '../db/queries/recordings.ts';
import type { Id } from '../lib/ids.ts';
import { MissingSoundError, type RecordingStore } from '../lib/recordings/recording-store.ts';
import { NoSoundError, opusDurationMs } from '../lib/sound/opus-reader.ts';
import type { FunctionContext } from './context.ts';
import { recordingEnded } from './events.ts';

export function createCollectRecording({ inngest, database: { db }, recordings, logger }: FunctionContext) {
  return inngest.createFunction(
    {
      id: 'collect-recording',
      triggers: [recordingEnded],
      retries: 8,
      idempotency: 'event.data.recordingId',
      // Whatever happens, people are told what there is.
      onFailure: async ({ event, step }) => {
        const { recordingId } = event.data.event.data;
        await step.run('finish-recording', () =>
          finishCollected(db, recordingId, 'Some files could not be read.'),
        );
      },
    },
    async ({ event, step }) => {
      const { meetingId, recordingId } = event.data;
      const egressIds = await step.run('list-egresses', async () =>
        (await listEgresses(db, recordingId)).filter(isSound).map(({ id }) => id),
      );
      for (const id of egressIds) {
        await step.run(`measure-${id}`, () => measureFile(db, recordings.store, id));
      }
      const files = await step.run('finish-recording', () => finishCollected(db, recordingId));
      logger.info({ meetingId, recordingId, files }, 'recording collected');
      return { files };
    },
  );
}

/** Notes what the file of one egress really holds; also of one whose recorder was given up: it may lie there. */
export async function measureFile(db: Db, store: RecordingStore, id: Id<'fil'>): Promise<void> {
  const egress = await findEgress(db, id);
  if (!egress) return;
  const { location, problem } = egress;
  const bytes = (await store.sizeOf(location)) ?? 0;
  const durationMs = bytes === 0 ? 0 : await soundDurationMs(store, location);
  if (durationMs > 0) return setEgressResult(db, id, { bytes, durationMs });
  const wasPromised = egress.bytes > 0;
  const found =
    bytes === 0 ? 'The file of the recorder is missing.' : 'The file of the recorder holds no sound.';
  await setEgressResult(db, id, {
    bytes: 0,
    durationMs: 0,
    problem: problem === '' && (wasPromised || bytes > 0) ? found : problem,
  });
}

async function soundDurationMs(store: RecordingStore, location: string): Promise<number> {
  try {
    return await opusDurationMs(() => store.openRead(location));
  } catch (error) {
    if (error instanceof NoSoundError || error instanceof MissingSoundError) return 0;
    throw error;
  }
}

/** Stores the files and ends the recording, together; tells how many files there are. */
export async function finishCollected(db: Db, recordingId: Id<'rec'>, problem = ''): Promise<number> {
  return db.transaction(async (tx) => {
    const recording = await findRecording(tx, recordingId);
    if (!recording) return 0;
    const egresses = (await listEgresses(tx, recordingId)).filter(isSound);
    // Who said nothing has no file, and nothing went wrong.
    const files = egresses.filter(({ durationMs, problem }) => durationMs > 0 || problem !== '');
    await storeFiles(
      tx,
      recording,
      files.map(({ id, participantId, location, firstSampleAt, askedAt, durationMs, bytes, problem }) => ({
        ...{ id, participantId, location, durationMs, bytes, problem, closed: true },
        // Without a report of its beginning the order is the nearest that is known.
        firstSampleAtMs: (firstSampleAt ?? askedAt).getTime(),
      })),
    );
    const nothing = recording.reportedAt ? 'No microphone was on.' : 'It was stopped before it began.';
    await finishRecording(tx, recordingId, problem || (files.length === 0 ? nothing : ''));
    return files.length;
  });
}
