import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from './instance.ts';
import { type PartName, partNames } from './part.ts';
import type { SupervisorEvent } from './supervisor.ts';

describe(startInstance, () => {
  let folder: string;
  let instance: Instance;
  const events: SupervisorEvent[] = [];
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-instance-'));
    instance = await startInstance({ dataFolder: folder, env, onEvent: (event) => events.push(event) });
  });
  afterAll(async () => {
    await instance?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  async function recover(...names: PartName[]): Promise<void> {
    events.length = 0;
    const before = names.map((name) => instance.parts[name].pid());
    for (const name of names) instance.parts[name].kill('SIGKILL');
    await Promise.all(names.map((name) => instance.parts[name].healthy()));
    const after = names.map((name) => instance.parts[name].pid());
    for (const [index, pid] of after.entries()) {
      expect(pid).toBeGreaterThan(0);
      expect(pid).not.toBe(before[index]);
    }
    expect(new Set(events.map(({ name }) => name))).toEqual(new Set(names));
    await expect
      .poll(async () => (await fetch(`${instance.url}/api/health`)).status, { timeout: 20_000 })
      .toBe(200);
  }

  it.each(partNames)('brings %s back after a kill', async (name) => {
    await recover(name);
  });

  it('brings web and Postgres back when both are killed at once', async () => {
    await recover('web', 'postgres');
  });

  it('gives others the environment that they need to work with it', () => {
    expect(Object.keys(instance.env)).toEqual(
      expect.arrayContaining([
        'DATABASE_URL',
        'LIVEKIT_URL',
        'LIVEKIT_API_SECRET',
        'PARLEY_SECRET',
        'STT_BASE_URL',
      ]),
    );
  });

  it('uses the engines that it is given, and does not start its own', async () => {
    const other = await mkdtemp(join(tmpdir(), 'parley-instance-'));
    const { DATABASE_URL, LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, ...models } = instance.env;
    try {
      await using guest = await startInstance({
        dataFolder: other,
        env: {
          ...env,
          DATABASE_URL,
          LIVEKIT_URL,
          LIVEKIT_API_KEY,
          LIVEKIT_API_SECRET,
          STT_BASE_URL: models.STT_BASE_URL,
          STT_MODEL: models.STT_MODEL,
          CHAT_BASE_URL: models.CHAT_BASE_URL,
          CHAT_MODEL: models.CHAT_MODEL,
          EMBEDDINGS_BASE_URL: models.EMBEDDINGS_BASE_URL,
          EMBEDDINGS_MODEL: models.EMBEDDINGS_MODEL,
          TTS_BASE_URL: models.TTS_BASE_URL,
          TTS_MODEL: models.TTS_MODEL,
        },
      });
      for (const name of ['postgres', 'livekit', 'models'] as const) {
        expect(guest.parts[name].pid()).toBeNull();
        await guest.parts[name].healthy();
        expect(() => guest.parts[name].kill()).toThrow('was not started by Parley');
      }
      expect(guest.parts.livekit.describe).toBe(LIVEKIT_URL);
      expect(guest.parts.postgres.describe).toContain(':***@');
      expect(guest.parts.web.pid()).toBeGreaterThan(0);
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });
});
