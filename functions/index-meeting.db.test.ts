import { APICallError } from 'ai';
import { eq } from 'drizzle-orm';
import { RetryAfterError } from 'inngest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNearestPassages } from '../db/queries/nearest-passages.ts';
import { deleteUnusedEmbeddings } from '../db/queries/passages.ts';
import { listStages } from '../db/queries/stages.ts';
import { meetings } from '../db/schema/meetings.ts';
import { embeddings } from '../db/schema/passages.ts';
import { lineRevisions } from '../db/schema/revisions.ts';
import type { Embedder } from '../lib/embedder.ts';
import type { MeetingId } from '../lib/ids.ts';
import { createTestDatabase } from '../local/testing/test-database.ts';
import { cutTranscript, embedSome, openTranscript } from './index-meeting.ts';
import { addLines, seedMeeting } from './testing/seed-meeting.ts';

/** Vectors by what a text is about: trains, or anything else. */
function createFakeEmbedder(): Embedder & { texts: string[] } {
  const texts: string[] = [];
  return {
    texts,
    model: 'fake',
    async embed(batch) {
      texts.push(...batch);
      return batch.map((text) => Float32Array.from(text.includes('train') ? [1, 0] : [0, 1]));
    },
  };
}

describe('index-meeting', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const long = (topic: string) => `${topic} `.repeat(120);
  async function hold(...texts: string[]): Promise<MeetingId> {
    const { id } = await seedMeeting(database);
    await addLines(
      database,
      id,
      texts.map((text) => ({ text })),
    );
    await database.db.update(meetings).set({ status: 'completed' }).where(eq(meetings.id, id));
    return id;
  }
  async function index(id: MeetingId, embedder: Embedder) {
    if (!(await cutTranscript(database.db, id, embedder))) return;
    while ((await embedSome(database.db, id, embedder)) > 0);
    await openTranscript(database.db, id, embedder);
  }
  const stageOf = async (id: MeetingId) =>
    (await listStages(database.db, id)).find(({ stage }) => stage === 'search');

  it('makes passages findable by what they mean, in the meetings that are asked for only', async () => {
    const id = await hold(long('train'), long('cake'));
    const other = await hold(long('train'));
    const embedder = createFakeEmbedder();
    await index(id, embedder);
    await index(other, embedder);
    const near = await openNearestPassages(database.sql, 'fake');
    const found = await near.find([id], Float32Array.from([1, 0]), 5);
    expect(found.map(({ meetingId, likeness }) => [meetingId, likeness])).toEqual([
      [id, 1],
      [id, 0],
    ]);
    expect(await stageOf(id)).toMatchObject({ state: 'done', message: '' });
  });

  it('asks for each text once, also in other meetings, and for what changed', async () => {
    const id = await hold(long('plane'), long('boat'));
    const embedder = createFakeEmbedder();
    await index(id, embedder);
    await index(id, embedder);
    await index(await hold(long('boat'), long('plane')), embedder);
    expect(embedder.texts).toHaveLength(2);
    await database.db
      .insert(lineRevisions)
      .values({ meetingId: id, epoch: 1, seq: 2, source: 'person', text: long('train ride') });
    const near = await openNearestPassages(database.sql, 'fake');
    const best = async () => (await near.find([id], Float32Array.from([1, 0]), 1))[0]?.likeness;
    expect(await best()).toBe(0);
    await index(id, embedder);
    expect(embedder.texts).toHaveLength(3);
    expect(await best()).toBe(1);
  });

  it('waits as long as a busy server asks for', async () => {
    const id = await hold(long('busy'));
    const embedder: Embedder = {
      model: 'fake',
      embed: async () => {
        throw new APICallError({
          message: 'busy',
          url: '',
          requestBodyValues: {},
          statusCode: 429,
          responseHeaders: { 'retry-after': '7' },
          isRetryable: true,
        });
      },
    };
    await cutTranscript(database.db, id, embedder);
    await expect(embedSome(database.db, id, embedder)).rejects.toBeInstanceOf(RetryAfterError);
  });

  it('says so where there is no model, and where nobody spoke', async () => {
    const [spoken, silent] = [await hold(long('word')), await hold()];
    expect(await cutTranscript(database.db, spoken, null)).toBe(false);
    expect(await stageOf(spoken)).toMatchObject({ state: 'done', message: expect.stringContaining('words') });
    await index(silent, createFakeEmbedder());
    expect(await stageOf(silent)).toMatchObject({ state: 'skipped', message: 'Nobody spoke.' });
  });

  it('leaves a meeting that goes on for its end', async () => {
    const { id } = await seedMeeting(database);
    expect(await cutTranscript(database.db, id, createFakeEmbedder())).toBe(false);
    expect(await stageOf(id)).toBeUndefined();
  });

  it('keeps no vector of words that are gone', async () => {
    const id = await hold(long('secret'));
    await index(id, createFakeEmbedder());
    await database.db.delete(meetings);
    await deleteUnusedEmbeddings(database.db);
    expect(await database.db.select().from(embeddings)).toEqual([]);
  });
});
