import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../db/database.ts';
import { storeDecision } from '../../db/queries/decisions.ts';
import { storeTask } from '../../db/queries/tasks.ts';
import { decisionListSchema, taskAnswerSchema, taskListSchema } from '../../lib/assistant-messages.ts';
import { createTestDatabase } from '../../local/testing/test-database.ts';
import { createTestWeb, type TestWeb } from '../testing/test-web.ts';

let database: Database;
let web: TestWeb;
beforeAll(async () => {
  database = await createTestDatabase();
  web = createTestWeb(database);
});
afterAll(() => database[Symbol.asyncDispose]());

async function listTasks(path: string, headers: Record<string, string>, token?: string) {
  const { status, body } = await web.request('GET', path, { headers, ...(token ? { token } : {}) });
  expect(status).toBe(200);
  return taskListSchema.parse(body).tasks;
}

describe('tasks', () => {
  it('are listed for the one who has to do them, and for everyone of the meeting', async () => {
    const owner = await web.signIn('ana@example.test');
    const other = await web.signIn('ben@example.test');
    const { meeting } = await web.createMeeting(owner.cookie);
    const hidden = await web.createMeeting(owner.cookie);
    const ben = await web.join(meeting.code, 'Ben', { cookie: other.cookie });
    const guest = await web.join(meeting.code, 'Guest');
    const add = (text: string, over: object = {}) =>
      storeTask(database.db, { meetingId: meeting.id, text, ...over });
    await add('Later', { ownerName: 'Ben', ownerId: ben.participantId, due: '2026-12-01' });
    await add('Sooner', { ownerName: 'Ben', ownerUserId: other.user.id, due: '2026-11-30' });
    await add('Whenever', { ownerName: 'Guest', ownerId: guest.participantId });
    await storeTask(database.db, { meetingId: hidden.meeting.id, text: 'Not for Ben' });

    const mine = await listTasks('/api/tasks', { cookie: other.cookie });
    expect(mine.map(({ text, mine, meetingTitle }) => [text, mine, meetingTitle])).toEqual([
      ['Sooner', true, 'Test'],
      ['Later', true, 'Test'],
    ]);
    const all = await listTasks('/api/tasks?whose=all', { cookie: other.cookie });
    expect(all.map(({ text }) => text)).toEqual(['Sooner', 'Later', 'Whenever']);
    const ofGuest = await listTasks(`/api/meetings/${meeting.id}/tasks`, {}, guest.apiToken);
    expect(ofGuest.map(({ text, mine }) => [text, mine])).toEqual([
      ['Sooner', false],
      ['Later', false],
      ['Whenever', true],
    ]);
    expect((await web.request('GET', '/api/tasks')).status).toBe(401);
    expect(
      (await web.request('GET', '/api/tasks?whose=nobody', { headers: { cookie: other.cookie } })).status,
    ).toBe(400);
  });

  it('are done and open again by people of the meeting, and by nobody else', async () => {
    const owner = await web.signIn('ana@example.test');
    const stranger = await web.signIn('eve@example.test');
    const { meeting } = await web.createMeeting(owner.cookie);
    const guest = await web.join(meeting.code, 'Guest');
    const task = await storeTask(database.db, { meetingId: meeting.id, text: 'Call' });
    const mark = async (done: boolean, sender: { token?: string; headers?: Record<string, string> }) => {
      const { status, body } = await web.request('PATCH', `/api/tasks/${task.id}`, {
        body: { done },
        ...sender,
      });
      return status === 200 ? taskAnswerSchema.parse(body).task.done : status;
    };
    const asOwner = { headers: { cookie: owner.cookie } };
    expect(await mark(true, { token: guest.apiToken })).toBe(true);
    expect(await listTasks('/api/tasks?whose=all', { cookie: owner.cookie })).not.toContainEqual(
      expect.objectContaining({ id: task.id }),
    );
    const done = await listTasks('/api/tasks?whose=all&done=true', { cookie: owner.cookie });
    expect(done.map(({ id }) => id)).toEqual([task.id]);
    expect(await mark(false, asOwner)).toBe(false);
    expect(await mark(true, { headers: { cookie: stranger.cookie } })).toBe(404);
    expect(await mark(true, {})).toBe(401);
    const unknown = await web.request('PATCH', '/api/tasks/tsk_01JD0000000000000000000000', {
      body: { done: true },
      ...asOwner,
    });
    expect(unknown.status).toBe(404);
  });
});

describe('decisions', () => {
  it('stand in the order in which they were made, with who had them recorded', async () => {
    const owner = await web.signIn('ana@example.test');
    const { meeting } = await web.createMeeting(owner.cookie);
    const ana = await web.join(meeting.code, 'Ana', { cookie: owner.cookie });
    const add = (text: string, over: object = {}) =>
      storeDecision(database.db, { meetingId: meeting.id, text, ...over });
    await add('First', { recordedBy: ana.participantId, causeEpoch: 1, causeSeq: 4 });
    await add('Second');
    const { body } = await web.request('GET', `/api/meetings/${meeting.id}/decisions`, {
      headers: { cookie: owner.cookie },
    });
    expect(decisionListSchema.parse(body).decisions).toMatchObject([
      { text: 'First', recordedBy: 'Ana', cause: { epoch: 1, seq: 4 } },
      { text: 'Second', recordedBy: null, cause: null },
    ]);
  });
});
