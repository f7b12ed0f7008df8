/** Brings finished files from this process's own folder into the store, where web and functions look for them. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { idSchema } from '../../lib/id-schema.ts';
import type { Logger } from '../../lib/logger.ts';
import { createFolderStore } from '../../lib/recordings/folder-store.ts';
import type { RecordingStore } from '../../lib/recordings/recording-store.ts';

export interface HandOver {
  /**
   * Gives every file that is not open: of recordings that are over, and of a process that was killed. What cannot be
   * given now stays, and is tried again by the next call. Tells how many are left.
   */
  giveAll(isOpen: (location: string) => boolean): Promise<number>;
}

/** `folder` belongs to this process alone. */
export function createHandOver(options: { folder: string; store: RecordingStore; logger: Logger }): HandOver {
  const { folder, store, logger } = options;
  const own = createFolderStore(folder);
  let running: Promise<number> = Promise.resolve(0);

  const give = async (location: string) => {
    const file = join(folder, location);
    await store.write(location, file);
    await rm(file, { force: true });
  };
  const giveAll = async (isOpen: (location: string) => boolean) => {
    const names = await readdir(folder).catch(() => []);
    const meetings = names.filter((name) => idSchema('mtg').safeParse(name).success);
    const files = (await Promise.all(meetings.map(own.list))).flat();
    const ready = files.filter(({ location }) => !isOpen(location));
    const results = await Promise.allSettled(ready.map(({ location }) => give(location)));
    const failed = results.filter(({ status }) => status === 'rejected').length;
    if (failed > 0) logger.warn({ failed }, 'recordings not handed over yet');
    return failed;
  };

  return {
    // One after the other: two at once would give the same file twice.
    giveAll(isOpen) {
      running = running.catch(() => 0).then(() => giveAll(isOpen));
      return running;
    },
  };
}
