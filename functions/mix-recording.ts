/** One file of everyone for playback, made of the files of each person. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../db/database.ts';
import { giveUpMix, noteUndelivered, settleRecordings } from '../db/queries/recording-outcomes.ts';
import { listFiles, setMix } from '../db/queries/recordings.ts';
import type { Id, MeetingId } from '../lib/ids.ts';
import type { RecordingStore } from '../lib/recordings/recording-store.ts';
import { mixSound, type Voice } from '../lib/sound/mix-sound.ts';
import { NoSoundError, opusDurationMs, readOpusFile, type SoundFile } from '../lib/sound/opus-reader.ts';
import { createOpusWriter } from '../lib/sound/opus-writer.ts';
import type { FunctionContext } from './context.ts';
import { recordingFinished } from './events.ts';
import { headStart } from './head-start.ts';

const sampleRate = 48_000;
/**
 * A recorder brings its files to a bucket when it closes them, every 15 s those that the bucket did not take, and after
 * a restart what it had. After 20 minutes the mix is made without them.
 */
const waitsForFiles = ['2s', '5s', '15s', '30s', '1m', '3m', '5m', '10m'];

export function createMixRecording({ inngest, database: { db }, recordings, logger }: FunctionContext) {
  const settle = (meetingId: MeetingId) =>
    settleRecordings(db, meetingId, { canTranscribe: recordings.whisper !== null });
  return inngest.createFunction(
    {
      id: 'mix-recording',
      triggers: [recordingFinished],
      // A bucket that is away for a while.
      retries: 20,
      concurrency: { limit: 1 },
      idempotency: 'event.data.recordingId',
      onFailure: async ({ event, step }) => {
        const { meetingId, recordingId } = recordingFinished.schema.parse(event.data.event.data);
        await step.run('say-so', async () => {
          await giveUpMix(db, recordingId, gaveUp);
          await settle(meetingId);
        });
      },
    },
    async ({ event, step }) => {
      const { meetingId, recordingId } = event.data;
      const recording = { meetingId, recordingId, store: recordings.store };
      await step.run('begin-mix', () => settle(meetingId));
      await step.sleep('let-the-summary-go-first', headStart);
      for (const wait of waitsForFiles) {
        const missing = await step.run('look-for-files', () => listMissing(db, recording));
        if (missing.length === 0) break;
        await step.sleep('await-files', wait);
      }
      const durationMs = await step.run('mix', () => mixRecording(db, recording));
      await step.run('say-so', () => settle(meetingId));
      logger.info({ meetingId, recordingId, durationMs }, 'recording mixed');
      return { durationMs };
    },
  );
}

const gaveUp = 'The files of each person are there; one of everyone could not be made of them.';

interface StoredRecording {
  meetingId: MeetingId;
  recordingId: Id<'rec'>;
  store: RecordingStore;
}

/** Files with sound that their recorder has, and the store has not. */
export async function listMissing(db: Db, recording: StoredRecording): Promise<Id<'fil'>[]> {
  const files = await listSound(db, recording);
  const sizes = await Promise.all(files.map(({ location }) => recording.store.sizeOf(location)));
  return files.filter((_, index) => sizes[index] === null).map(({ id }) => id);
}

async function listSound(db: Db, { meetingId, recordingId }: StoredRecording) {
  const files = await listFiles(db, meetingId);
  return files.filter((file) => file.recordingId === recordingId && file.durationMs > 0);
}

/**
 * Length of the mix in milliseconds, 0 where there is nothing to mix and there will be none. Files that are missing are left out, and say so.
 * Repeating it makes the same file.
 */
export async function mixRecording(db: Db, recording: StoredRecording): Promise<number> {
  const { meetingId, recordingId, store } = recording;
  const missing = await listMissing(db, recording);
  await noteUndelivered(db, recordingId, missing);
  const files = (await listSound(db, recording)).filter(({ id }) => !missing.includes(id));
  const startMs = Math.min(
    ...files.map(({ firstSampleAt }) => firstSampleAt?.getTime() ?? Number.POSITIVE_INFINITY),
  );
  if (!Number.isFinite(startMs)) {
    await giveUpMix(db, recordingId, '');
    return 0;
  }
  const voices = files.flatMap(({ location, firstSampleAt }): Voice[] =>
    firstSampleAt
      ? [
          {
            pieces: readWhatThereIs(() => store.openRead(location)),
            offset: Math.round(((firstSampleAt.getTime() - startMs) * sampleRate) / 1_000),
          },
        ]
      : [],
  );
  const location = `${meetingId}/${recordingId}/mix.ogg`;
  await using own = await makeFolder();
  const file = join(own.folder, 'mix.ogg');
  const writer = await createOpusWriter({ file, sampleRate });
  try {
    for await (const block of mixSound(voices, sampleRate)) await writer.write(block);
  } finally {
    await writer.close();
  }
  await store.write(location, file);
  const durationMs = await opusDurationMs(file);
  await setMix(db, recordingId, { location, startedAt: new Date(startMs), durationMs });
  return durationMs;
}

async function makeFolder(): Promise<AsyncDisposable & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-mix-'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** A file that holds no sound is silent in the mix: the others are worth hearing. */
async function* readWhatThereIs(file: SoundFile): AsyncGenerator<Int16Array> {
  try {
    yield* readOpusFile(file, sampleRate);
  } catch (error) {
    if (!(error instanceof NoSoundError)) throw error;
  }
}
