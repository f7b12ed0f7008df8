import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFolderStore } from '../../lib/recordings/folder-store.ts';
import { readRange, sendMedia } from './send-media.ts';

describe(readRange, () => {
  it('reads the three forms of one range', () => {
    expect(readRange('bytes=0-99', 1_000)).toEqual({ start: 0, end: 99 });
    expect(readRange('bytes=900-', 1_000)).toEqual({ start: 900, end: 999 });
    expect(readRange('bytes=-100', 1_000)).toEqual({ start: 900, end: 999 });
    expect(readRange('bytes=0-99999', 1_000)).toEqual({ start: 0, end: 999 });
  });

  it('sends all where there is no range, or several', () => {
    expect(readRange(undefined, 1_000)).toBe('all');
    expect(readRange('bytes=0-1,5-6', 1_000)).toBe('all');
    expect(readRange('bytes=-', 1_000)).toBe('all');
    expect(readRange('lines=1-2', 1_000)).toBe('all');
  });

  it('refuses what is not there', () => {
    expect(readRange('bytes=1000-', 1_000)).toBeNull();
    expect(readRange('bytes=5-2', 1_000)).toBeNull();
    expect(readRange('bytes=0-', 0)).toBeNull();
  });
});

describe(sendMedia, () => {
  const serve = async (content: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-sound-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'mtg_1', 'mix.ogg');
    await mkdir(join(folder, 'mtg_1'));
    await writeFile(file, content);
    const app = new Hono().get('/', (c) =>
      sendMedia(c, createFolderStore(folder), { kind: 'sound', location: 'mtg_1/mix.ogg' }),
    );
    return { file, fetch: (init?: RequestInit) => app.request('/', init) };
  };

  it('sends the part that is asked for', async () => {
    const { fetch } = await serve('0123456789');
    const answer = await fetch({ headers: { range: 'bytes=2-4' } });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(await answer.text()).toBe('234');
  });

  it('sends an empty file as it is', async () => {
    const { fetch } = await serve('');
    const answer = await fetch();
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it.runIf(process.platform === 'linux')('opens nothing where only the size is asked for', async () => {
    const { file, fetch } = await serve('0'.repeat(1_000_000));
    const answer = await fetch({ method: 'HEAD' });
    expect(answer.headers.get('content-length')).toBe('1000000');
    // Time for a stream to open its file.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const open = await Promise.all(
      (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
    );
    expect(open).not.toContain(file);
  });
});
