/** What makes a meeting's transcript findable by what it means: passages, and a vector for each. */
import { NonRetriableError, RetryAfterError } from 'inngest';
import type { Db } from '../db/database.ts';
import { listFinalLines } from '../db/queries/final-lines.ts';
import { findMeeting } from '../db/queries/meetings.ts';
import { findEmbedded, openPassages, replacePassages, storeEmbeddings } from '../db/queries/passages.ts';
import { setStage } from '../db/queries/stages.ts';
import type { Embedder } from '../lib/embedder.ts';
import type { MeetingId } from '../lib/ids.ts';
import { cutPassages } from '../lib/passages.ts';
import type { FunctionContext } from './context.ts';
import { meetingCompleted, transcriptRevised } from './events.ts';
import { readModelFailure } from './summary/model-failure.ts';

/** Texts of one call: about 10,000 tokens. */
const textsPerCall = 64;
const timeoutMs = 60_000;
/** Calls at the same time, over all meetings. */
const embeddingCalls = 2;

export function createIndexMeeting({ inngest, database: { db }, embedder, logger }: FunctionContext) {
  return inngest.createFunction(
    {
      id: 'index-meeting',
      triggers: [meetingCompleted, transcriptRevised],
      // With the embedded runner's backoff these last a quarter of an hour.
      retries: 20,
      concurrency: [{ limit: embeddingCalls }, { limit: 1, key: 'event.data.meetingId' }],
      onFailure: async ({ event, step }) => {
        const { meetingId } = meetingCompleted.schema.parse(event.data.event.data);
        await step.run('give-up', () => setStage(db, meetingId, 'search', 'failed', wordsAlone));
      },
    },
    async ({ event, step }) => {
      const { meetingId } = event.data;
      const isFindable = await step.run('cut-passages', () => cutTranscript(db, meetingId, embedder));
      if (!isFindable || !embedder) return;
      let left = 1;
      while (left > 0) left = await step.run('embed-passages', () => embedSome(db, meetingId, embedder));
      await step.run('open-passages', () => openTranscript(db, meetingId, embedder));
      logger.info({ meetingId, model: embedder.model }, 'meeting indexed');
    },
  );
}

const wordsAlone = 'The model for embeddings did not answer: this meeting is found by its words alone.';

/** Stores the passages as the transcript stands; false where there is nothing to embed, and the stage says why. */
export async function cutTranscript(
  db: Db,
  meetingId: MeetingId,
  embedder: Embedder | null,
): Promise<boolean> {
  const meeting = await findMeeting(db, meetingId);
  // What is revised while the meeting goes on is read at its end.
  if (meeting?.status !== 'completed') return false;
  const cut = cutPassages(await listFinalLines(db, meetingId));
  await replacePassages(db, meetingId, cut);
  if (cut.length === 0) {
    await setStage(db, meetingId, 'search', 'skipped', 'Nobody spoke.');
    return false;
  }
  if (!embedder) {
    const message = 'No model for embeddings is configured: this meeting is found by its words alone.';
    await setStage(db, meetingId, 'search', 'done', message);
    return false;
  }
  await setStage(db, meetingId, 'search', 'working');
  return true;
}

/** Makes vectors of some passages that have none; how many are left. */
export async function embedSome(db: Db, meetingId: MeetingId, embedder: Embedder): Promise<number> {
  const { model } = embedder;
  const cut = cutPassages(await listFinalLines(db, meetingId));
  const texts = new Map(cut.map(({ hash, text }) => [hash, text]));
  const embedded = await findEmbedded(db, model, [...texts.keys()]);
  const missing = [...texts].filter(([hash]) => !embedded.has(hash));
  const batch = missing.slice(0, textsPerCall);
  if (batch.length === 0) return 0;
  try {
    const vectors = await embedder.embed(
      batch.map(([, text]) => text),
      AbortSignal.timeout(timeoutMs),
    );
    const rows = batch.flatMap(([hash], index) => {
      const vector = vectors[index];
      return vector ? [{ hash, vector }] : [];
    });
    if (rows.length < batch.length) throw new NonRetriableError('The model made too few vectors.');
    await storeEmbeddings(db, model, rows);
    return missing.length - rows.length;
  } catch (error) {
    const failure = readModelFailure(error, Date.now());
    if (!failure.retryable) throw new NonRetriableError(failure.message, { cause: error });
    if (failure.retryAfterMs === null) throw failure;
    throw new RetryAfterError(failure.message, failure.retryAfterMs, { cause: error });
  }
}

/** From here on questions find the passages. */
export async function openTranscript(db: Db, meetingId: MeetingId, { model }: Embedder): Promise<void> {
  await openPassages(db, meetingId, model);
  await setStage(db, meetingId, 'search', 'done');
}
