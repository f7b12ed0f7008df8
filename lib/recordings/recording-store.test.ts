/** One contract for both kinds of store. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolderStore } from './folder-store.ts';
import { openRecordingStore } from './open-store.ts';
import { MissingSoundError, type RecordingStore } from './recording-store.ts';
import { startFakeBucket } from './testing/fake-bucket.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-store-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bucketNamed = (endpoint: string) => ({
  ...{ endpoint, region: 'eu-central-1', name: 'sound', prefix: 'parley/' },
  ...{ accessKey: 'key', secretKey: 'secret' },
});

const kinds: Record<string, () => Promise<AsyncDisposable & { store: RecordingStore }>> = {
  folder: async () => ({
    store: await openRecordingStore({ folder: join(folder, 'kept'), bucket: null }),
    [Symbol.asyncDispose]: () => rm(join(folder, 'kept'), { recursive: true, force: true }),
  }),
  bucket: async () => {
    const fake = await startFakeBucket('sound');
    const store = await openRecordingStore({ folder: '', bucket: bucketNamed(fake.endpoint) });
    return { store, [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose]() };
  },
};

async function keep(store: RecordingStore, location: string, content: string): Promise<void> {
  const file = join(folder, 'upload');
  await writeFile(file, content);
  await store.write(location, file);
}

describe.each(Object.entries(kinds))('a store of recordings in a %s', (_, open) => {
  it('gives back what it keeps, whole or in part', async () => {
    await using opened = await open();
    const { store } = opened;
    await keep(store, 'mtg_1/rec_1/mix.ogg', 'first');
    await keep(store, 'mtg_1/rec_1/mix.ogg', '0123456789');
    expect(await store.sizeOf('mtg_1/rec_1/mix.ogg')).toBe(10);
    expect(String(await buffer(await store.openRead('mtg_1/rec_1/mix.ogg')))).toBe('0123456789');
    const part = await store.openRead('mtg_1/rec_1/mix.ogg', { start: 2, end: 4 });
    expect(String(await buffer(part))).toBe('234');
  });

  it('removes all of one meeting and nothing of others', async () => {
    await using opened = await open();
    const { store } = opened;
    for (const name of ['a.ogg', 'b.ogg', 'c.ogg']) await keep(store, `mtg_1/rec_1/${name}`, name);
    await keep(store, 'mtg_1/rec_2/a.ogg', 'later');
    await keep(store, 'mtg_12/rec_1/a.ogg', 'of another meeting');
    expect(await store.list('mtg_1/')).toHaveLength(4);
    expect(await store.remove('mtg_1/')).toBe(4);
    expect(await store.remove('mtg_1/')).toBe(0);
    expect(await store.list('mtg_12')).toEqual([{ location: 'mtg_12/rec_1/a.ogg', bytes: 18 }]);
  });

  it('says that there is nothing', async () => {
    await using opened = await open();
    const { store } = opened;
    expect(await store.sizeOf('mtg_1/rec_1/no.ogg')).toBeNull();
    await expect(store.openRead('mtg_1/rec_1/no.ogg')).rejects.toThrow(MissingSoundError);
    expect(await store.list('mtg_1/')).toEqual([]);
  });

  it('keeps nothing outside of the folders of meetings', async () => {
    await using opened = await open();
    const { store } = opened;
    for (const location of ['../x', 'mtg_1/../../x', '/etc/passwd', '', 'mtg_1/.hidden'])
      await expect(keep(store, location, 'x'), location).rejects.toThrow('is no place of a recording');
    await expect(store.remove('')).rejects.toThrow('is no place of a recording');
  });

  it('has room', async () => {
    await using opened = await open();
    await opened.store.checkRoom();
  });
});

describe('a store that cannot keep anything', () => {
  it('says so in a sentence', async () => {
    await expect(createFolderStore(join(folder, 'upload', 'no-folder')).checkRoom()).rejects.toThrow(
      'The folder of recordings is not there.',
    );
    await using fake = await startFakeBucket('another');
    const store = await openRecordingStore({ folder: '', bucket: bucketNamed(fake.endpoint) });
    await expect(store.checkRoom()).rejects.toThrow('The bucket for recordings does not answer.');
  });
});
