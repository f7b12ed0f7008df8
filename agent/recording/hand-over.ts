/** Brings finished files from this process's own folder into the store, where web and functions look for them. */
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { idSchema } from '../../lib/id-schema.ts';
import type { Logger } from '../../lib/logger.ts';
import type { LeftFilesOrder } from '../../lib/recorder-messages.ts';
import { createFolderStore } from '../../lib/recordings/folder-store.ts';
import type { RecordingStore } from '../../lib/recordings/recording-store.ts';

export interface HandOver {
  /**
   * Gives every file that is not open: of recordings that are over, and of a process that was killed. Those of recordings
   * that were deleted meanwhile are removed. What cannot be given now stays, and is tried again by the next call.
   * Tells how many are left.
   */
  giveAll(isOpen: (location: string) => boolean): Promise<number>;
}

interface HandOverOptions {
  /** Belongs to this process alone. */
  folder: string;
  store: RecordingStore;
  /** Asks web about the files in one folder of the store, such as `mtg_1/rec_1`. */
  askAbout: (recording: string) => Promise<LeftFilesOrder>;
  logger: Logger;
}

export function createHandOver({ folder, store, askAbout, logger }: HandOverOptions): HandOver {
  const own = createFolderStore(folder);
  let running: Promise<number> = Promise.resolve(0);

  /** False while it has to wait. */
  const give = async (location: string, order: LeftFilesOrder) => {
    if (order === 'wait') return false;
    const file = join(folder, location);
    if (order === 'give') await store.write(location, file);
    await rm(file, { force: true });
    return true;
  };
  const giveRecording = async (recording: string, locations: readonly string[]) => {
    const order = await askAbout(recording).catch(() => 'wait' as const);
    if (order === 'forget')
      logger.info({ recording, files: locations.length }, 'deleted recording forgotten');
    const results = await Promise.all(locations.map((location) => give(location, order).catch(() => false)));
    return results.filter((given) => !given).length;
  };
  const giveAll = async (isOpen: (location: string) => boolean) => {
    const names = await readdir(folder).catch(() => []);
    const meetings = names.filter((name) => idSchema('mtg').safeParse(name).success);
    const files = (await Promise.all(meetings.map(own.list))).flat();
    const ready = files.map(({ location }) => location).filter((location) => !isOpen(location));
    const left = await Promise.all(
      Object.entries(Object.groupBy(ready, (location) => dirname(location))).map(
        ([recording, locations = []]) => giveRecording(recording, locations),
      ),
    );
    const failed = left.reduce((sum, each) => sum + each, 0);
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
