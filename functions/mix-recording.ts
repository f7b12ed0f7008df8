/** One file of everyone for playback, made of the files of each person. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../db/database.ts';
import { listFiles, listRecordings, setMix } from '../db/queries/recordings.ts';
import { setStage } from '../db/queries/stages.ts';
import type { Id, MeetingId } from '../lib/ids.ts';
import { MissingSoundError, type RecordingStore } from '../lib/recordings/recording-store.ts';
import { mixSound, type Voice } from '../lib/sound/mix-sound.ts';
import { NoSoundError, opusDurationMs, readOpusFile, type SoundFile } from '../lib/sound/opus-reader.ts';
import { createOpusWriter } from '../lib/sound/opus-writer.ts';
import type { FunctionContext } from './context.ts';
import { recordingFinished } from './events.ts';
import { headStart } from './head-start.ts';

const sampleRate = 48_000;

export function createMixRecording({ inngest, database: { db }, recordings, logger }: FunctionContext) {
  return inngest.createFunction(
    {
      id: 'mix-recording',
      triggers: [recordingFinished],
      retries: 4,
      concurrency: { limit: 1 },
      idempotency: 'event.data.recordingId',
      onFailure: async ({ event, step }) => {
        const { meetingId } = recordingFinished.schema.parse(event.data.event.data);
        await step.run('say-so', () => setStage(db, meetingId, 'recording', 'failed', gaveUp));
      },
    },
    async ({ event, step }) => {
      const { meetingId, recordingId } = event.data;
      await step.sleep('let-the-summary-go-first', headStart);
      const durationMs = await step.run('mix', () =>
        mixRecording(db, { meetingId, recordingId, store: recordings.store }),
      );
      await step.run('say-so', () => sayWhatThereIs(db, { meetingId, recordingId, durationMs }));
      logger.info({ meetingId, recordingId, durationMs }, 'recording mixed');
      return { durationMs };
    },
  );
}

const gaveUp = 'The files of each person are there; one of everyone could not be made of them.';

/** Says in the meeting that the recording can be heard, or why there is none. */
export async function sayWhatThereIs(
  db: Db,
  {
    meetingId,
    recordingId,
    durationMs,
  }: { meetingId: MeetingId; recordingId: Id<'rec'>; durationMs: number },
): Promise<void> {
  const recording = (await listRecordings(db, meetingId)).find(({ id }) => id === recordingId);
  const problem = recording?.problem ?? '';
  if (durationMs > 0) await setStage(db, meetingId, 'recording', 'done', problem);
  else await setStage(db, meetingId, 'recording', 'failed', problem || 'Nothing was recorded.');
}

/** Length of the mix in milliseconds, 0 where there is nothing to mix. Repeating it makes the same file. */
export async function mixRecording(
  db: Db,
  { meetingId, recordingId, store }: { meetingId: MeetingId; recordingId: Id<'rec'>; store: RecordingStore },
): Promise<number> {
  const files = (await listFiles(db, meetingId)).filter(
    (file) => file.recordingId === recordingId && file.durationMs > 0,
  );
  const startMs = Math.min(
    ...files.map(({ firstSampleAt }) => firstSampleAt?.getTime() ?? Number.POSITIVE_INFINITY),
  );
  if (!Number.isFinite(startMs)) return 0;
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

/** A file that cannot be read is silent in the mix: the others are worth hearing. */
async function* readWhatThereIs(file: SoundFile): AsyncGenerator<Int16Array> {
  try {
    yield* readOpusFile(file, sampleRate);
  } catch (error) {
    if (!(error instanceof NoSoundError || error instanceof MissingSoundError)) throw error;
  }
}
