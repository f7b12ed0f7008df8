import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createId } from '../../lib/ids.ts';
import { createLogger } from '../../lib/logger.ts';
import type { LeftFilesOrder } from '../../lib/recorder-messages.ts';
import { createFolderStore } from '../../lib/recordings/folder-store.ts';
import type { RecordingStore } from '../../lib/recordings/recording-store.ts';
import { createHandOver } from './hand-over.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-hand-over-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Own {
  store?: Partial<RecordingStore>;
  askAbout?: (recording: string) => Promise<LeftFilesOrder>;
}

/** A recorder's folder with the files of one recording, and the store that it brings them to. */
async function openOwn(names: string[], { store: over, askAbout = async () => 'give' }: Own = {}) {
  const id = createId('mtg');
  const recording = `${id}/${createId('rec')}`;
  const [own, kept] = [join(folder, `own-${id}`), join(folder, `kept-${id}`)];
  await mkdir(join(own, recording), { recursive: true });
  for (const name of names) await writeFile(join(own, recording, name), name);
  const store = createFolderStore(kept);
  const handOver = createHandOver({
    folder: own,
    store: { ...store, ...over },
    askAbout,
    logger: createLogger('test', 'silent'),
  });
  return {
    recording,
    handOver,
    store,
    left: () => readdir(join(own, recording)),
    stored: async () => (await store.list(id)).map(({ location }) => location),
  };
}

describe(createHandOver, () => {
  it('gives what is finished, keeps what is open, and tries again what the store did not take', async () => {
    let isThere = false;
    const { handOver, recording, left, stored, store } = await openOwn(['done.ogg', 'open.ogg'], {
      store: {
        write: async (location, file) => {
          if (!isThere) throw new Error('no answer');
          await store.write(location, file);
        },
      },
    });
    const isOpen = (location: string) => location.endsWith('open.ogg');
    expect(await handOver.giveAll(isOpen)).toBe(1);
    isThere = true;
    expect(await Promise.all([handOver.giveAll(isOpen), handOver.giveAll(isOpen)])).toEqual([0, 0]);
    expect(await left()).toEqual(['open.ogg']);
    expect(await stored()).toEqual([`${recording}/done.ogg`]);
  });

  it('gives nothing of a recording that was deleted, and removes it', async () => {
    const asked: string[] = [];
    const { handOver, recording, left, stored } = await openOwn(['a.ogg', 'b.ogg'], {
      askAbout: async (about) => {
        asked.push(about);
        return 'forget';
      },
    });
    expect(await handOver.giveAll(() => false)).toBe(0);
    expect(asked).toEqual([recording]);
    expect([await left(), await stored()]).toEqual([[], []]);
  });

  it('keeps to itself what web says nothing of', async () => {
    const orders: (() => LeftFilesOrder)[] = [
      () => {
        throw new Error('web does not answer');
      },
      () => 'wait',
      () => 'give',
    ];
    const { handOver, recording, left, stored } = await openOwn(['a.ogg'], {
      askAbout: async () => orders.shift()?.() ?? 'wait',
    });
    expect(await handOver.giveAll(() => false)).toBe(1);
    expect(await handOver.giveAll(() => false)).toBe(1);
    expect([await left(), await stored()]).toEqual([['a.ogg'], []]);
    expect(await handOver.giveAll(() => false)).toBe(0);
    expect([await left(), await stored()]).toEqual([[], [`${recording}/a.ogg`]]);
  });
});
