import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instance, type InstanceOptions, startInstance } from '../../local/instance.ts';
import { freshEnvironment } from './fresh-environment.ts';

export type OwnInstanceOptions = Pick<InstanceOptions, 'onProgress' | 'onEvent' | 'signal'> & {
  env: NodeJS.ProcessEnv;
  /** The moment that dates are counted from, ISO 8601 with offset; null for the real one. */
  now?: string | null;
  /** Names of the environment for servers that were started for this instance. */
  services?: Record<string, string>;
};

/** Runs `work` on a Parley of its own, with fresh data on free ports, and leaves nothing of it behind. */
export async function withOwnInstance<T>(
  { now = null, services = {}, ...options }: OwnInstanceOptions,
  work: (instance: Instance) => Promise<T>,
): Promise<T> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'parley-rehearsal-'));
  try {
    await using instance = await startInstance({
      ...options,
      env: { ...freshEnvironment(options.env), ...services, ...(now === null ? {} : { PARLEY_NOW: now }) },
      dataFolder,
    });
    return await work(instance);
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}
