import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import { replaySpools } from './replay-spools.ts';
import { openSpool } from './spool.ts';

const owner = { meetingId: 'mtg_01JD0000000000000000000000', epoch: 2, token: 'secret' } as const;
const line = {
  epoch: 2,
  seq: 1,
  kind: 'speech',
  segmentId: 's1',
  speaker: 'par_1',
  speakerName: 'Ana',
  trackSid: 'TR_1',
  startMs: 0,
  endMs: 900,
  text: 'Agreed.',
} as const;

describe(replaySpools, () => {
  let folder: string;
  let received: { url: string | undefined; authorization: string | undefined; body: unknown }[];
  let status: number;
  let answer: object;
  let server: ReturnType<typeof createServer>;
  let webUrl: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-replay-'));
    received = [];
    status = 200;
    answer = { stored: 1, rejected: [] };
    server = createServer(async (request, response) => {
      const body: unknown = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString());
      received.push({ url: request.url, authorization: request.headers.authorization, body });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    webUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const replay = (alive: boolean) =>
    replaySpools({ folder, webUrl, logger: createLogger('test', 'silent'), isAlive: () => alive });
  const leaveSpool = () => {
    const spool = openSpool(folder, owner);
    spool.append(line);
    spool.close({ delivered: false });
  };

  it('delivers the lines of a dead job with its own token, says that they are the last, and deletes the file', async () => {
    leaveSpool();
    await replay(false);
    expect(received).toEqual([
      {
        url: `/api/agent/meetings/${owner.meetingId}/lines`,
        authorization: 'Bearer secret',
        body: { lines: [line], complete: true },
      },
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves the spool of a living job alone', async () => {
    leaveSpool();
    await replay(true);
    expect(received).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('delivers a spool that nobody has touched for a while, whoever has its process id now', async () => {
    leaveSpool();
    const before = new Date(Date.now() - 31_000);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), before, before);
    await replay(true);
    expect(received).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps the file while web cannot store it', async () => {
    leaveSpool();
    status = 503;
    await replay(false);
    expect(readdirSync(folder)).toHaveLength(1);
    status = 200;
    await replay(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('forgets what it has of a meeting that was deleted, and keeps what web refuses for another reason', async () => {
    leaveSpool();
    status = 403;
    answer = { error: { code: 'forbidden', message: 'No.' } };
    await replay(false);
    expect(readdirSync(folder)).toHaveLength(1);
    status = 410;
    answer = { error: { code: 'meeting_deleted', message: 'This meeting was deleted on 3 March 2026.' } };
    await replay(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does nothing where no job ever ran', async () => {
    await replaySpools({ folder: join(folder, 'none'), webUrl, logger: createLogger('test', 'silent') });
    expect(received).toEqual([]);
  });

  it('delivers the others when one cannot be read', async () => {
    mkdirSync(join(folder, 'a-folder.ndjson'));
    leaveSpool();
    await replay(false);
    expect(received).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['a-folder.ndjson']);
  });
});
