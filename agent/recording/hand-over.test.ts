import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createId } from '../../lib/ids.ts';
import { createLogger } from '../../lib/logger.ts';
import { createFolderStore } from '../../lib/recordings/folder-store.ts';
import { createHandOver } from './hand-over.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-hand-over-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe(createHandOver, () => {
  it('gives what is finished, keeps what is open, and tries again what the store did not take', async () => {
    const [own, kept] = [join(folder, 'own'), join(folder, 'kept')];
    const meeting = createId('mtg');
    await mkdir(join(own, meeting, 'rec_1'), { recursive: true });
    for (const name of ['done.ogg', 'open.ogg']) await writeFile(join(own, meeting, 'rec_1', name), name);
    const store = createFolderStore(kept);
    let isThere = false;
    const handOver = createHandOver({
      folder: own,
      store: {
        ...store,
        write: async (location, file) => {
          if (!isThere) throw new Error('no answer');
          await store.write(location, file);
        },
      },
      logger: createLogger('test', 'silent'),
    });
    const isOpen = (location: string) => location.endsWith('open.ogg');
    expect(await handOver.giveAll(isOpen)).toBe(1);
    isThere = true;
    expect(await Promise.all([handOver.giveAll(isOpen), handOver.giveAll(isOpen)])).toEqual([0, 0]);
    expect(await readdir(join(own, meeting, 'rec_1'))).toEqual(['open.ogg']);
    expect(await store.list(meeting)).toEqual([{ location: `${meeting}/rec_1/done.ogg`, bytes: 8 }]);
  });
});
