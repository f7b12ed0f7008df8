import { beforeEach, describe, expect, it } from 'vitest';
import { breakoutsSchema } from '../../lib/breakout-messages.ts';
import { type Joined, joinedSchema, roomMetadataSchema, type TranscriptPage } from '../../lib/messages.ts';
import { reconcile } from '../reconcile.ts';
import { latestJob } from '../testing/agent-job.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

/** Ana hosts and Ben has a place in Red; Blue is for nobody. */
let ana: Joined;
let ben: Joined;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  ana = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  ben = await web.join(meeting.code, 'Ben');
});

const post = (by: Joined, path: string, body?: object) =>
  web.request('POST', `/api/meetings/${path}`, { token: by.apiToken, ...(body && { body }) });
const offRecord = (there: Joined, paused: boolean) =>
  post(there, `${there.meeting.id}/assistant`, { paused });
const look = async (by: Joined) => {
  const path = `/api/meetings/${ana.meeting.id}/breakouts`;
  return breakoutsSchema.parse((await web.request('GET', path, { token: by.apiToken })).body).open;
};
async function openRooms() {
  const plan = [{ name: 'Red', people: [ben.participantId] }, { name: 'Blue' }];
  await post(ana, `${ana.meeting.id}/breakouts`, { rooms: plan });
  const [red, blue] = (await look(ana))?.rooms ?? [];
  if (!red || !blue) throw new Error('the rooms did not open');
  return { red: red.id, blue: blue.id };
}
const enter = async (by: Joined, room: string) =>
  joinedSchema.parse((await post(by, `${ana.meeting.id}/breakouts/${room}/join`)).body);
const isPaused = async (id: string) =>
  (await database.sql<{ paused: boolean }[]>`select paused from meetings where id = ${id}`)[0]?.paused;
const isShownPaused = (id: string) =>
  roomMetadataSchema.parse(JSON.parse(web.rooms.metadataOf(id) ?? 'null')).features.paused;
const stretches = async ({ meeting: { id }, apiToken }: Joined) => {
  const { body } = await web.request('GET', `/api/meetings/${id}/transcript`, { token: apiToken });
  return (body as TranscriptPage).gaps.map(({ reason, endMs }) => [reason, endMs !== null]);
};

describe('off the record in the main room', () => {
  it('holds for its breakout rooms, and ends for them with it', async () => {
    const { red, blue } = await openRooms();
    const there = await enter(ben, red);
    web.rooms.controls.length = 0;
    expect((await offRecord(ana, true)).status).toBe(200);
    expect([await isPaused(red), await isPaused(blue), isShownPaused(red)]).toEqual([true, true, true]);
    expect((await look(ben))?.offRecord).toBe(true);
    for (const type of ['gaps.changed', 'breakouts.changed']) {
      expect(web.rooms.controls).toContainEqual({ room: red, message: { type } });
    }

    const job = latestJob(web, red);
    await job.send([job.line(1, { startMs: 60_000, endMs: 61_000, text: 'a secret' })]);
    const kept = await database.sql`select text from transcript_lines where meeting_id = ${red}`;
    expect(JSON.stringify(kept)).not.toContain('secret');

    await offRecord(ana, false);
    expect([await isPaused(red), await isPaused(blue), isShownPaused(red)]).toEqual([false, false, false]);
    expect((await look(ben))?.offRecord).toBe(false);
    expect(await stretches(there)).toContainEqual(['paused', true]);
  });

  it('ends their recordings with its own', async () => {
    const { red } = await openRooms();
    const there = await enter(ana, red);
    const isRecorded = async () =>
      (await database.sql<{ recording: boolean }[]>`select recording from meetings where id = ${red}`)[0];
    expect((await post(there, `${red}/recording`, { active: true })).status).toBe(204);
    expect(await isRecorded()).toEqual({ recording: true });
    await offRecord(ana, true);
    expect(await isRecorded()).toEqual({ recording: false });
  });

  it('holds for rooms that are opened meanwhile', async () => {
    await offRecord(ana, true);
    const { red, blue } = await openRooms();
    const there = await enter(ben, red);
    expect([isShownPaused(red), await isPaused(blue)]).toEqual([true, true]);
    await offRecord(ana, false);
    expect([isShownPaused(red), await isPaused(blue)]).toEqual([false, false]);
    expect(await stretches(there)).toEqual([['paused', true]]);
  });

  it('cannot be ended in one of its rooms', async () => {
    const { red } = await openRooms();
    const there = await enter(ana, red);
    await offRecord(ana, true);
    expect((await offRecord(there, false)).status).toBe(409);
    expect(await isPaused(red)).toBe(true);
    await offRecord(ana, false);
    expect(await isPaused(red)).toBe(false);
  });

  it('leaves a room off the record that is so for its own sake', async () => {
    const { red, blue } = await openRooms();
    const inRed = await enter(ana, red);
    const inBlue = await enter(ana, blue);
    await offRecord(inRed, true);
    expect(await isPaused(ana.meeting.id)).toBe(false);
    await offRecord(ana, true);
    // Wanted there as well, although it was so already.
    await offRecord(inBlue, true);
    await offRecord(ana, false);
    expect([await isPaused(red), await isPaused(blue)]).toEqual([true, true]);
    expect((await offRecord(inRed, false)).status).toBe(200);
    expect(await isPaused(red)).toBe(false);
  });

  it('is shown in rooms that could not be told', async () => {
    const { red } = await openRooms();
    await enter(ben, red);
    web.rooms.reachable = false;
    expect((await offRecord(ana, true)).status).toBe(200);
    web.rooms.reachable = true;
    expect(isShownPaused(red)).toBe(false);
    await reconcile(web.context);
    expect(isShownPaused(red)).toBe(true);
  });

  it('never leaves a room on the record, whatever is done in both at once', async () => {
    const { red } = await openRooms();
    const there = await enter(ana, red);
    for (let round = 0; round < 8; round++) {
      await offRecord(ana, false);
      await Promise.all([offRecord(there, true), offRecord(ana, true), offRecord(there, false)]);
      expect([await isPaused(ana.meeting.id), await isPaused(red)]).toEqual([true, true]);
    }
  });
});
