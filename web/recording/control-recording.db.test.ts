import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createId } from '../../lib/ids.ts';
import type { Joined } from '../../lib/messages.ts';
import { shareTestDatabase } from '../../local/testing/test-database.ts';
import { createTestWeb, type TestWeb } from '../testing/test-web.ts';
import { giveRecording, takeReport } from './recorder-calls.ts';
import { watchRecordings } from './watch-recordings.ts';

let folder: string;
const database = await shareTestDatabase();
let web: TestWeb;
let ana: Joined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-control-'));
  web = createTestWeb(database, { RECORDINGS_FOLDER: folder });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await database.sql`delete from recordings`;
  const { meeting, hostCookie } = await web.createMeeting();
  ana = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
});

const post = (path: string, body: object, who = ana) =>
  web.request('POST', `/api/meetings/${who.meeting.id}/${path}`, { body, token: who.apiToken });
const record = (active: boolean) => post('recording', { active });
const offTheRecord = (paused: boolean) => post('assistant', { paused });
const isShown = () => JSON.parse(web.rooms.metadataOf(ana.meeting.id) ?? '{}').features.recording;
const recordings = () =>
  database.sql`select status, problem from recordings where meeting_id = ${ana.meeting.id} order by requested_at`;

describe('a recording', () => {
  it('begins again by itself when the meeting is back on the record', async () => {
    await record(true);
    expect((await offTheRecord(true)).status).toBe(200);
    await watchRecordings(web.context);
    expect(isShown()).toBe(false);
    await offTheRecord(false);
    await watchRecordings(web.context);
    await watchRecordings(web.context);
    expect(isShown()).toBe(true);
    expect((await recordings()).map(({ status }) => status)).toEqual(['failed', 'starting']);
  });

  it('does not begin again where a host has stopped it meanwhile', async () => {
    await record(true);
    await offTheRecord(true);
    await record(false);
    await offTheRecord(false);
    await watchRecordings(web.context);
    expect(isShown()).toBe(false);
  });

  it('waits to begin again until LiveKit answers', async () => {
    await record(true);
    await offTheRecord(true);
    await offTheRecord(false);
    web.rooms.reachable = false;
    await watchRecordings(web.context);
    web.rooms.reachable = true;
    expect(await recordings()).toHaveLength(1);
    await watchRecordings(web.context);
    expect(await recordings()).toHaveLength(2);
  });

  it('is shown to the room again when a recorder has left because it was not', async () => {
    await record(true);
    await database.sql`update recordings set announced_at = now() - interval '1 second'`;
    const recorderId = createId('wrk');
    const claimed = await giveRecording(web.context, recorderId);
    await web.rooms.updateRoomMetadata(ana.meeting.id, '{}');
    const report = { recorderId, files: [], finished: true };
    expect(await takeReport(web.context, claimed?.recordingId ?? '', report)).toBe('go_on');
    expect(isShown()).toBe(true);
    expect(await giveRecording(web.context, createId('wrk'))).not.toBeNull();
  });

  it('is refused with a sentence where nothing can be kept', async () => {
    const broken = join(folder, 'no-folder');
    await writeFile(broken, '');
    const { recordings: store } = web.context;
    web.context.recordings = createTestWeb(database, {
      RECORDINGS_FOLDER: join(broken, 'x'),
    }).context.recordings;
    const answer = await record(true);
    web.context.recordings = store;
    expect(answer).toMatchObject({
      status: 503,
      body: { error: { message: 'The folder of recordings is not there.' } },
    });
    expect(await recordings()).toHaveLength(0);
  });

  it('can be asked for by others, a few times', async () => {
    const guest = await web.join(ana.meeting.code, 'Gil');
    const ask = async () => (await post('recording/ask', {}, guest)).status;
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([204, 204, 204, 429]);
  });
});
