/** One instance per data folder. */
import { readFileSync, rmSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const holderSchema = z.object({ pid: z.number().int(), startedAt: z.string(), url: z.string().nullable() });

export interface InstanceLock extends Disposable {
  /** Tells whoever comes second where the first one is. */
  setUrl(url: string): Promise<void>;
}

/** Throws a sentence when a living process holds the folder; a dead one's lock is taken over. */
export async function lockInstance(dataFolder: string): Promise<InstanceLock> {
  const file = join(dataFolder, 'instance.json');
  const own = { pid: process.pid, startedAt: processStart(process.pid) ?? '', url: null };
  for (let tries = 0; ; tries++) {
    try {
      await writeFile(file, JSON.stringify(own), { flag: 'wx' });
      break;
    } catch (error) {
      const holder = await readHolder(file);
      if (holder && processStart(holder.pid) === holder.startedAt) {
        const where = holder.url ? ` at ${holder.url}` : '';
        throw new Error(
          `Parley already runs${where} with the data folder ${dataFolder} (process ${holder.pid}): ` +
            'stop it first, or set PARLEY_DATA to another folder.',
        );
      }
      if (tries > 2) throw error;
      await rm(file, { force: true });
    }
  }
  return {
    setUrl: (url) => writeFile(file, JSON.stringify({ ...own, url })),
    [Symbol.dispose]: () => rmSync(file, { force: true }),
  };
}

/** The address of the instance that runs with this folder; null when none does, or it has no address yet. */
export async function findInstance(dataFolder: string): Promise<string | null> {
  const holder = await readHolder(join(dataFolder, 'instance.json'));
  return holder && processStart(holder.pid) === holder.startedAt ? holder.url : null;
}

async function readHolder(file: string): Promise<z.infer<typeof holderSchema> | null> {
  return readFile(file, 'utf8')
    .then((text) => holderSchema.parse(JSON.parse(text)))
    .catch(() => null);
}

/**
 * Tells a process from a later one with the same number: on Linux the start time in clock ticks since boot
 * (proc(5), stat field 22), elsewhere only that it lives. Null when there is no such process.
 */
export function processStart(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      // The second field is the program's name in brackets and may contain spaces.
      const [state, ...fields] = (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '').split(
        ' ',
      );
      return state === 'Z' ? null : (fields[18] ?? null);
    } catch {
      return null;
    }
  }
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch {
    return null;
  }
}
