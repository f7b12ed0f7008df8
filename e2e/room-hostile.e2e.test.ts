/** A participant who forges what only the server and the agent may send. `npm run check:hostile` tries all of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { runHostileCheck } from './hostile/run-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-hostile-'));

describe.skipIf(findChromium() === null)('a hostile participant', () => {
  let instance: Instance;
  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
  });
  afterAll(async () => {
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is believed by nobody, while the server and the agent are', async () => {
    // Of what is sent under several masks only the one that could pass for the server.
    const chooses = ({ name }: { name: string }) =>
      !/ (as the (agent|host)|alone|unreliably|own name)$/.test(name);
    const { problems, accepted, sent, arrived } = await runHostileCheck({ instance, folder, chooses });
    expect({ problems, accepted }).toEqual({ problems: [], accepted: [] });
    expect(sent).toBeGreaterThan(80);
    expect(arrived).toBeGreaterThan(40);
  }, 600_000);
});
