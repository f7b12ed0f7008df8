import { describe, expect, it } from 'vitest';
import { storeDecision } from '../../db/queries/decisions.ts';
import { storeTask } from '../../db/queries/tasks.ts';
import {
  decisionAnswerSchema,
  decisionListSchema,
  taskAnswerSchema,
  taskListSchema,
} from '../../lib/task-messages.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

async function listTasks(path: string, headers: Record<string, string>, token?: string) {
  const { status, body } = await web.request('GET', path, { headers, ...(token ? { token } : {}) });
  expect(status).toBe(200);
  return taskListSchema.parse(body).tasks;
}

/** A meeting of Ana, with Ben who has an account, and a guest. */
async function seed() {
  const owner = await web.signIn('ana@example.test');
  const other = await web.signIn('ben@example.test');
  const { meeting } = await web.createMeeting(owner.cookie);
  await web.join(meeting.code, 'Ana', { cookie: owner.cookie });
  await web.join(meeting.code, 'Ben', { cookie: other.cookie });
  const guest = await web.join(meeting.code, 'Guest');
  const send = async (method: 'POST' | 'PATCH', path: string, body: unknown) => {
    const answer = await web.request(method, path, { body, headers: { cookie: owner.cookie } });
    return taskAnswerSchema.parse(answer.body).task;
  };
  const asOwner = {
    add: (path: string, body: unknown) => send('POST', path, body),
    change: (path: string, body: unknown) => send('PATCH', path, body),
  };
  return { meeting, owner, other, guest, asOwner };
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

  it('are done and open again by people of the meeting but guests, and by nobody else', async () => {
    const { meeting, owner, guest, asOwner } = await seed();
    const stranger = await web.signIn('eve@example.test');
    const task = await storeTask(database.db, { meetingId: meeting.id, text: 'Call' });
    const path = `/api/meetings/${meeting.id}/tasks/${task.id}`;
    expect(await asOwner.change(path, { done: true })).toMatchObject({ done: true });
    expect(await listTasks('/api/tasks?whose=all', { cookie: owner.cookie })).not.toContainEqual(
      expect.objectContaining({ id: task.id }),
    );
    const done = await listTasks('/api/tasks?whose=all&done=true', { cookie: owner.cookie });
    expect(done.map(({ id }) => id)).toEqual([task.id]);
    expect(await asOwner.change(path, { done: false })).toMatchObject({ done: false });
    const mark = async (sender: { token?: string; headers?: Record<string, string> }) =>
      (await web.request('PATCH', path, { body: { done: true }, ...sender })).status;
    expect(await mark({ token: guest.apiToken })).toBe(403);
    expect(await mark({ headers: { cookie: stranger.cookie } })).toBe(404);
    expect(await mark({})).toBe(401);
  });

  it('are added by hand, and corrected: a name of the meeting is that person', async () => {
    const { meeting, other, asOwner } = await seed();
    const path = `/api/meetings/${meeting.id}/tasks`;
    const added = await asOwner.add(path, { text: ' Call Kim ', owner: 'ben', due: '2026-12-01' });
    expect(added).toMatchObject({ text: 'Call Kim', owner: 'Ben', due: '2026-12-01', mine: false });
    const [ofBen] = await listTasks(path, { cookie: other.cookie });
    expect(ofBen).toMatchObject({ id: added.id, mine: true });
    const changed = await asOwner.change(`${path}/${added.id}`, { owner: 'The caterer', due: null });
    expect(changed).toMatchObject({ text: 'Call Kim', owner: 'The caterer', due: null });
    const [stored] = await database.sql`select owner_id, touched_at from tasks where id = ${added.id}`;
    expect(stored).toMatchObject({ owner_id: null, touched_at: expect.any(String) });
  });

  it('are taken away and brought back', async () => {
    const { meeting, owner, asOwner } = await seed();
    const path = `/api/meetings/${meeting.id}/tasks`;
    const task = await storeTask(database.db, {
      meetingId: meeting.id,
      text: 'Call',
      causeEpoch: 1,
      causeSeq: 3,
    });
    const headers = { cookie: owner.cookie };
    expect(await asOwner.change(`${path}/${task.id}`, { removed: true })).toMatchObject({ removed: true });
    expect(await listTasks(path, headers)).toEqual([]);
    expect((await listTasks(`${path}?removed=true`, headers)).map(({ text }) => text)).toEqual(['Call']);
    await asOwner.change(`${path}/${task.id}`, { removed: false });
    expect((await listTasks(path, headers)).map(({ lines }) => lines)).toEqual([[{ epoch: 1, seq: 3 }]]);
  });

  it('of another meeting cannot be reached by this one', async () => {
    const { meeting, owner } = await seed();
    const elsewhere = await web.createMeeting(owner.cookie);
    const task = await storeTask(database.db, { meetingId: elsewhere.meeting.id, text: 'Call' });
    const headers = { cookie: owner.cookie };
    const path = `/api/meetings/${meeting.id}/tasks/${task.id}`;
    expect((await web.request('PATCH', path, { body: { done: true }, headers })).status).toBe(404);
  });

  it('are taken into a calendar when they are open and due: one’s own, everyone’s, or of one meeting', async () => {
    const { meeting, owner, other, guest, asOwner } = await seed();
    const path = `/api/meetings/${meeting.id}/tasks`;
    await asOwner.add(path, { text: 'Due for Ben', owner: 'Ben', due: '2027-01-02' });
    await asOwner.add(path, { text: 'Due for Ana', owner: 'Ana', due: '2027-01-01' });
    await asOwner.add(path, { text: 'Some day', owner: 'Ben', due: null });
    const done = await asOwner.add(path, { text: 'Done', owner: 'Ben', due: '2027-01-03' });
    await asOwner.change(`${path}/${done.id}`, { done: true });
    const entriesOf = async (at: string, headers: Record<string, string>) => {
      const answer = await web.fetch(at, { headers });
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      const text = (await answer.text()).replace(/\r\n[ \t]/g, '');
      return [...text.matchAll(/SUMMARY:(.*)\r/g)].map(([, summary]) => summary);
    };
    const both = ['Ana: Due for Ana', 'Ben: Due for Ben'];
    expect(await entriesOf('/api/tasks/calendar.ics', { cookie: other.cookie })).toContain(
      'Ben: Due for Ben',
    );
    expect(await entriesOf('/api/tasks/calendar.ics', { cookie: other.cookie })).not.toContain(
      'Ana: Due for Ana',
    );
    const all = await entriesOf('/api/tasks/calendar.ics?whose=all', { cookie: owner.cookie });
    expect(all).toEqual(expect.arrayContaining(both));
    expect(all.join()).not.toMatch(/Some day|Done/);
    expect(await entriesOf(`${path}.ics`, { authorization: `Bearer ${guest.apiToken}` })).toEqual(both);
    expect((await web.request('GET', `${path}.ics`)).status).toBe(401);
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
    await add('Third', { lines: [{ epoch: 1, seq: 9 }] });
    const { body } = await web.request('GET', `/api/meetings/${meeting.id}/decisions`, {
      headers: { cookie: owner.cookie },
    });
    expect(decisionListSchema.parse(body).decisions).toMatchObject([
      { text: 'First', recordedBy: 'Ana', lines: [{ epoch: 1, seq: 4 }] },
      { text: 'Second', recordedBy: null, lines: [] },
      { text: 'Third', recordedBy: null, lines: [{ epoch: 1, seq: 9 }] },
    ]);
  });

  it('are added, corrected, taken away and brought back', async () => {
    const { meeting, owner } = await seed();
    const headers = { cookie: owner.cookie };
    const path = `/api/meetings/${meeting.id}/decisions`;
    const list = async (query = '') =>
      decisionListSchema
        .parse((await web.request('GET', `${path}${query}`, { headers })).body)
        .decisions.map(({ text }) => text);
    const added = await web.request('POST', path, { body: { text: 'We lunch in March.' }, headers });
    const { decision } = decisionAnswerSchema.parse(added.body);
    const change = (body: object) => web.request('PATCH', `${path}/${decision.id}`, { body, headers });
    await change({ text: 'We launch in March.' });
    expect(await list()).toEqual(['We launch in March.']);
    await change({ removed: true });
    expect([await list(), await list('?removed=true')]).toEqual([[], ['We launch in March.']]);
    await change({ removed: false });
    expect(await list()).toEqual(['We launch in March.']);
    const unknown = `${path}/dec_01JD0000000000000000000000`;
    expect((await web.request('PATCH', unknown, { body: { text: 'x' }, headers })).status).toBe(404);
  });
});
