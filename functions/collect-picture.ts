/** What LiveKit Egress made of a picture: as long as its file really is. Sound, transcript and summary never wait for it. */
import type { Db } from '../db/database.ts';
import { type Egress, findEgress, notePictureCollected } from '../db/queries/egresses.ts';
import type { Id } from '../lib/ids.ts';
import { mp4DurationMs } from '../lib/recordings/mp4-duration.ts';
import { MissingSoundError, type RecordingStore } from '../lib/recordings/recording-store.ts';
import type { FunctionContext } from './context.ts';
import { pictureEnded } from './events.ts';

export function createCollectPicture({ inngest, database: { db }, recordings, logger }: FunctionContext) {
  return inngest.createFunction(
    {
      id: 'collect-picture',
      triggers: [pictureEnded],
      // Its event's id is the key: a picture that comes late is looked at once more.
      retries: 8,
      onFailure: async ({ event, step }) => {
        const { pictureId } = event.data.event.data;
        await step.run('say-so', () => giveUpPicture(db, pictureId));
      },
    },
    async ({ event, step }) => {
      const { meetingId, recordingId, pictureId } = event.data;
      const durationMs = await step.run('measure', () => measurePicture(db, recordings.store, pictureId));
      logger.info({ meetingId, recordingId, pictureId, durationMs }, 'picture collected');
      return { durationMs };
    },
  );
}

/** Notes what the file holds, also of an order that was given up, and gives milliseconds: 0 where nothing plays. */
export async function measurePicture(db: Db, store: RecordingStore, id: Id<'fil'>): Promise<number> {
  const picture = await findEgress(db, id);
  if (!picture) return 0;
  const bytes = (await store.sizeOf(picture.location)) ?? 0;
  const durationMs = bytes === 0 ? 0 : await playableMs(store, picture);
  if (durationMs > 0) {
    await notePictureCollected(db, id, { bytes, durationMs });
    return durationMs;
  }
  const found =
    bytes === 0 ? 'The file of the picture is missing.' : 'The file of the picture cannot be played.';
  const wasPromised = picture.bytes > 0 || bytes > 0;
  const problem = picture.problem === '' && wasPromised ? found : picture.problem;
  await notePictureCollected(db, id, { bytes: 0, durationMs: 0, problem });
  return 0;
}

/** A file in fragments does not say how long it is: then what Egress said is the best there is. */
async function playableMs(store: RecordingStore, { location, durationMs }: Egress): Promise<number> {
  try {
    const measured = await mp4DurationMs(store, location);
    return measured === 0 ? durationMs : (measured ?? 0);
  } catch (error) {
    if (error instanceof MissingSoundError) return 0;
    throw error;
  }
}

async function giveUpPicture(db: Db, id: Id<'fil'>): Promise<void> {
  await notePictureCollected(db, id, {
    ...{ bytes: 0, durationMs: 0, problem: 'The file of the picture could not be read.' },
  });
}
