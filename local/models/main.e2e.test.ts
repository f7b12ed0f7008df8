import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';

describe('npm run models', () => {
  it('ends by itself, with status 0, when it is told to in the middle of its work', async () => {
    const folder = fileURLToPath(new URL('../../', import.meta.url));
    const env = { MODELS_PORT: '0', PARLEY_DATA: join(folder, '.parley'), LOG_LEVEL: 'info' };
    const running = execa('node', ['local/models/main.ts'], { cwd: folder, env, forceKillAfterDelay: false });
    const listening = Promise.withResolvers<string>();
    running.stdout.on('data', (chunk) => {
      const url = /"url":"([^"]+)"/.exec(String(chunk))?.[1];
      if (url) listening.resolve(url);
    });
    const url = await Promise.race([listening.promise, running.then(() => 'it ended too early')]);
    const wav = new Uint8Array(await readFile(join(folder, 'e2e/fixtures/kickoff/01-ana.wav')));
    const requests = Array.from({ length: 20 }, async (_, i) => {
      const body = new FormData();
      body.set('file', new File([wav], 'audio.wav'));
      body.set('model', i % 2 === 0 ? 'moonshine-base' : 'moonshine-tiny');
      const response = await fetch(`${url}/audio/transcriptions`, { method: 'POST', body });
      return response.status;
    });
    expect(await Promise.race(requests)).toBe(200);
    running.kill('SIGTERM');
    const statuses = await Promise.allSettled(requests);
    expect((await running).exitCode).toBe(0);
    // Nobody is left without an answer: those who wait are told to try again.
    expect(new Set(statuses.map((one) => (one.status === 'fulfilled' ? one.value : 'none')))).toEqual(
      new Set([200, 503]),
    );
  });
});
