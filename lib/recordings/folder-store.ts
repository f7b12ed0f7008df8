import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkLocation, MissingSoundError, type RecordingStore } from './recording-store.ts';

/** An hour of eight people at 24 kbit/s, and something to spare. */
const leastFreeBytes = 200 * 1024 * 1024;

export function createFolderStore(folder: string): RecordingStore {
  const pathOf = (location: string) => join(folder, checkLocation(location));

  const list = async (below: string) => {
    const entries = await readdir(pathOf(below), { recursive: true, withFileTypes: true }).catch(
      ignoreMissing,
    );
    const files = (entries ?? []).filter((entry) => entry.isFile());
    return Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return { location: path.slice(join(folder, '/').length), bytes: (await stat(path)).size };
      }),
    );
  };

  return {
    place: `folder ${folder}`,
    list,
    sizeOf: async (location) => (await stat(pathOf(location)).catch(ignoreMissing))?.size ?? null,
    async openRead(location, range) {
      const handle = await open(pathOf(location)).catch((cause) => {
        if (isMissing(cause)) throw new MissingSoundError(location, { cause });
        throw cause;
      });
      // Closes the handle at its end, and when whoever reads goes away.
      return createReadStream('', { fd: handle, ...range });
    },
    async write(location, file) {
      const path = pathOf(location);
      await mkdir(dirname(path), { recursive: true });
      await copyFile(file, `${path}.part`);
      await rename(`${path}.part`, path);
    },
    async remove(below) {
      const count = (await list(below)).length;
      await rm(pathOf(below), { recursive: true, force: true });
      return count;
    },
    async checkRoom() {
      await mkdir(folder, { recursive: true }).catch(() => undefined);
      const { bavail, bsize } = await statfs(folder).catch((cause) => {
        throw new Error('The folder of recordings is not there.', { cause });
      });
      if (bavail * bsize < leastFreeBytes) throw new Error('The disk for recordings is full.');
    },
  };
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

function ignoreMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}
