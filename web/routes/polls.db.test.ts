import { beforeEach, describe, expect, it } from 'vitest';
import { createId, type Id } from '../../lib/ids.ts';
import type { Joined } from '../../lib/messages.ts';
import { type OwnPoll, type PollList, pollListSchema } from '../../lib/poll-messages.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

let host: Joined;
let ben: Joined;
let cleo: Joined;
let room: string;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  room = meeting.id;
  host = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  ben = await web.join(meeting.code, 'Ben');
  cleo = await web.join(meeting.code, 'Cleo');
  web.rooms.controls.length = 0;
});

type Answer = Partial<OwnPoll> & { status: number; code?: string };
async function call(method: 'PUT' | 'POST' | 'DELETE' | 'GET', by: Joined, path: string, body?: unknown) {
  return web.request(method, `/api/meetings/${room}/${path}`, {
    token: by.apiToken,
    ...(body === undefined ? {} : { body }),
  });
}
async function answerOf(request: ReturnType<typeof call>): Promise<Answer> {
  const { status, body } = await request;
  const { poll, error } = (body ?? {}) as { poll?: OwnPoll; error?: { code: string } };
  return { ...poll, status, ...(error ? { code: error.code } : {}) };
}

const lunch = { question: 'What do we eat?', choices: ['Soup', 'Rice', 'Bread'], launch: true };
const write = (by: Joined, change: object = {}, id: string = createId('pol')) =>
  answerOf(call('PUT', by, `polls/${id}`, { ...lunch, ...change }));
async function ask(by: Joined = host, change: object = {}): Promise<Id<'pol'>> {
  const { id } = await write(by, change);
  if (!id) throw new Error('the poll was refused');
  return id;
}
const vote = (by: Joined, id: string, choices: number[], revision = 1) =>
  answerOf(call('POST', by, `polls/${id}/vote`, { choices, revision }));
const end = (by: Joined, id: string) => answerOf(call('POST', by, `polls/${id}/end`));
const act = (path: string, body: object = {}) => call('POST', host, path, body);
async function list(by: Joined = host): Promise<PollList> {
  return pollListSchema.parse((await call('GET', by, 'polls')).body);
}
const standing = async (by?: Joined) =>
  (await list(by)).polls.map(({ state, voted, counts, mine }) => ({ state, voted, counts, mine }));

describe('a poll', () => {
  it('is asked by a host, and shown to everyone by the server', async () => {
    const id = await ask();
    const { launch: _, ...asked } = lunch;
    const expected = { ...asked, id, state: 'open', askerName: 'Ana', counts: [0, 0, 0] };
    expect((await list(cleo)).polls).toMatchObject([expected]);
    expect(web.rooms.controls).toMatchObject([{ message: { type: 'poll.changed', poll: { id } } }]);
    expect(web.rooms.controls[0]?.message).not.toHaveProperty('poll.mine');
  });

  it('that is asked twice, also at the same moment, is the same one', async () => {
    const id = createId('pol');
    const answers = await Promise.all([write(host, {}, id), write(host, {}, id), write(host, {}, id)]);
    expect(answers.map(({ status, state }) => [status, state])).toEqual(Array(3).fill([200, 'open']));
    expect(await standing()).toHaveLength(1);
    expect(web.rooms.controls).toHaveLength(1);
  });

  it('fits into one data packet, in any script', async () => {
    const choices = Array.from({ length: 10 }, (_, place) => `${place}${'\u20ac'.repeat(119)}`);
    await ask(host, { question: '\u20ac'.repeat(300), choices });
    expect(Buffer.byteLength(JSON.stringify(web.rooms.controls[0]?.message))).toBeLessThan(15_000);
  });

  it('is refused where it cannot be asked', async () => {
    const bad = [
      { question: ' ' },
      { choices: ['Soup'] },
      { choices: ['Soup', 'soup '] },
      { choices: 'Soup' },
    ];
    for (const change of bad) expect((await write(host, change)).code).toBe('bad_request');
    expect((await write(host, { question: 'x'.repeat(10_240) })).code).toBe('payload_too_large');
    expect((await write(host, {}, 'pol_1')).code).toBe('not_found');
    expect(await standing()).toEqual([]);
  });

  it('is for hosts to ask, and for everyone where they say so', async () => {
    expect((await write(ben)).code).toBe('forbidden');
    expect((await list(ben)).mayAsk).toBe(false);
    await act('settings', { whoMayPoll: 'everyone' });
    expect(web.rooms.controls.map(({ message }) => message)).toContainEqual({ type: 'polls.changed' });
    expect((await list(ben)).mayAsk).toBe(true);
    const id = await ask(ben);
    expect((await write(host, {}, id)).code).toBe('conflict');
    expect((await end(cleo, id)).code).toBe('forbidden');
    expect((await end(ben, id)).state).toBe('ended');
  });

  it('is of its meeting alone', async () => {
    const id = await ask();
    const other = await web.createMeeting();
    const eve = await web.join(other.meeting.code, 'Eve', { cookie: other.hostCookie });
    expect((await vote(eve, id, [0])).code).toBe('forbidden');
    const there = `/api/meetings/${other.meeting.id}/polls/${id}`;
    const tries = [
      web.request('POST', `${there}/vote`, { token: eve.apiToken, body: { choices: [0], revision: 1 } }),
      web.request('POST', `${there}/end`, { token: eve.apiToken }),
      web.request('DELETE', there, { token: eve.apiToken }),
      web.request('PUT', there, { token: eve.apiToken, body: lunch }),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([404, 404, 404, 409]);
    expect(await standing()).toMatchObject([{ state: 'open', voted: 0 }]);
  });
});

describe('a draft', () => {
  it('is seen by whoever wrote it alone, changed, and asked later', async () => {
    const id = createId('pol');
    await write(host, { launch: false }, id);
    expect([await standing(), await standing(ben)]).toMatchObject([[{ state: 'draft' }], []]);
    expect((await vote(ben, id, [0])).code).toBe('not_found');
    expect((await call('GET', ben, `polls/${id}/voters`)).status).toBe(404);
    await write(host, { launch: false, choices: ['Yes', 'No'] }, id);
    expect(web.rooms.controls).toEqual([]);
    expect(await write(host, { choices: ['Yes', 'No'] }, id)).toMatchObject({ state: 'open' });
    expect((await write(host, { launch: false }, id)).code).toBe('conflict');
    expect((await list(ben)).polls).toMatchObject([{ choices: ['Yes', 'No'] }]);
  });

  it('of one host is not for another to see or delete', async () => {
    await database.sql`update participants set role = 'cohost' where id = ${ben.participantId}`;
    const id = createId('pol');
    await write(ben, { launch: false }, id);
    expect((await call('DELETE', host, `polls/${id}`)).status).toBe(404);
    expect((await call('DELETE', ben, `polls/${id}`)).status).toBe(204);
    expect(await standing(ben)).toEqual([]);
  });
});

describe('a vote', () => {
  it('counts once per person, and can be changed until the end', async () => {
    const id = await ask();
    await vote(ben, id, [0]);
    await vote(cleo, id, [0]);
    expect(await vote(ben, id, [2], 2)).toMatchObject({
      counts: [1, 0, 1],
      mine: { choices: [2], revision: 2 },
    });
    expect(await standing(cleo)).toMatchObject([{ voted: 2, counts: [1, 0, 1], mine: { choices: [0] } }]);
    await end(host, id);
    expect((await vote(ben, id, [1], 3)).code).toBe('conflict');
    expect((await vote(host, id, [1])).code).toBe('conflict');
    expect(await standing()).toMatchObject([{ state: 'ended', voted: 2, counts: [1, 0, 1] }]);
  });

  it('that comes twice or late changes nothing, and is answered with what counts', async () => {
    const id = await ask();
    await Promise.all(Array.from({ length: 5 }, () => vote(ben, id, [1])));
    await vote(ben, id, [2], 2);
    const shown = web.rooms.controls.length;
    expect(await vote(ben, id, [1])).toMatchObject({ status: 200, mine: { choices: [2], revision: 2 } });
    expect(await vote(ben, id, [0], 2)).toMatchObject({ status: 200, mine: { choices: [2], revision: 2 } });
    await end(host, id);
    expect(await vote(ben, id, [2], 2)).toMatchObject({ status: 200, state: 'ended' });
    expect(web.rooms.controls).toHaveLength(shown + 1);
    expect(await standing()).toMatchObject([{ voted: 1, counts: [0, 0, 1] }]);
  });

  it('is exact when many come at once, while the poll ends', async () => {
    const id = await ask();
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, place) => web.join(host.meeting.code, `Person ${place}`)),
    );
    const votes = people.map((person, place) => vote(person, id, [place % 3]));
    const answers = await Promise.all([...votes, end(host, id)]);
    const taken = answers.slice(0, 10).map(({ status }, place) => (status === 200 ? place % 3 : null));
    const counts = [0, 1, 2].map((choice) => taken.filter((each) => each === choice).length);
    const voted = taken.filter((each) => each !== null).length;
    expect(await standing()).toMatchObject([{ state: 'ended', voted, counts }]);
    const versions = web.rooms.controls.flatMap(({ message }) =>
      message.type === 'poll.changed' ? [message.poll.version] : [],
    );
    expect(Math.max(...versions)).toBe((await list()).polls[0]?.version);
  });

  it('is for choices that there are, several only where that is asked for', async () => {
    const one = await ask();
    const bad = [[], [3], [-1], [0.5], [0, 1]];
    for (const choices of bad) expect((await vote(ben, one, choices)).code).toBe('bad_request');
    expect((await vote(ben, one, [1, 1])).mine?.choices).toEqual([1]);
    const several = await ask(host, { multiple: true });
    await vote(cleo, several, [2, 0]);
    await vote(ben, several, [0]);
    expect((await list()).polls[1]).toMatchObject({ voted: 2, counts: [2, 0, 1] });
  });

  it('is for guests and viewers too, and not for those who were removed', async () => {
    const id = await ask();
    await database.sql`update participants set role = 'guest' where id = ${ben.participantId}`;
    await database.sql`update participants set role = 'viewer' where id = ${cleo.participantId}`;
    await vote(ben, id, [0]);
    await vote(cleo, id, [0]);
    await act(`people/${ben.participantId}/remove`);
    expect((await vote(ben, id, [1], 2)).code).toBe('removed');
    expect(await standing()).toMatchObject([{ counts: [2, 0, 0] }]);
  });

  it('is there when LiveKit is away', async () => {
    const id = await ask();
    web.rooms.reachable = false;
    const answer = await vote(ben, id, [1]);
    web.rooms.reachable = true;
    expect(answer).toMatchObject({ status: 200, counts: [0, 1, 0] });
  });
});

describe('the counts', () => {
  it('are shown to nobody before the end where whoever asks wishes it', async () => {
    const id = await ask(host, { results: 'end' });
    expect((await vote(ben, id, [1])).counts).toBeNull();
    expect((await vote(host, id, [1])).counts).toBeNull();
    expect((await call('GET', host, `polls/${id}/voters`)).status).toBe(403);
    const shown = web.rooms.controls.map(({ message }) => message);
    expect(shown.at(-1)).toMatchObject({ poll: { voted: 2, counts: null } });
    await end(host, id);
    expect(await standing(cleo)).toMatchObject([{ counts: [0, 2, 0] }]);
    expect(web.rooms.controls.at(-1)?.message).toMatchObject({ poll: { counts: [0, 2, 0] } });
  });

  it('go with the names of those who voted', async () => {
    const id = await ask(host, { multiple: true });
    await vote(cleo, id, [0, 2]);
    await vote(ben, id, [2]);
    expect((await call('GET', ben, `polls/${id}/voters`)).body).toEqual({
      voters: [['Cleo'], [], ['Ben', 'Cleo']],
    });
  });
});

describe('an anonymous poll', () => {
  it('names nobody to anybody, and forgets when it ends who voted for what', async () => {
    const id = await ask(host, { anonymous: true });
    await vote(ben, id, [1]);
    await vote(ben, id, [2], 2);
    await vote(cleo, id, [1]);
    for (const by of [host, ben]) expect((await call('GET', by, `polls/${id}/voters`)).status).toBe(403);
    expect(JSON.stringify(web.rooms.controls)).not.toMatch(/Ben|Cleo/);
    await end(host, id);
    const rows = await database.sql`select participant_id, revision from poll_votes where poll_id = ${id}`;
    expect(rows.map(({ participant_id, revision }) => [participant_id, revision])).toEqual([
      [null, 0],
      [null, 0],
    ]);
    expect(await standing(ben)).toMatchObject([{ voted: 2, counts: [0, 1, 1], mine: null }]);
  });
});

describe('the end of the meeting', () => {
  it('ends polls, and takes drafts and what was asked off the record with it', async () => {
    const id = await ask(host, { anonymous: true });
    await vote(ben, id, [1]);
    await write(host, { launch: false });
    await act('assistant', { paused: true });
    expect(await write(host)).toMatchObject({ state: 'open', offRecord: true });
    await act('end');
    expect(await standing()).toMatchObject([{ state: 'ended', voted: 1, counts: [0, 1, 0] }]);
    expect(
      await database.sql`
      select 1 from poll_votes where poll_id = ${id} and participant_id is not null`,
    ).toHaveLength(0);
    expect((await write(host)).code).toBe('meeting_ended');
    expect((await vote(cleo, id, [1])).code).toBe('conflict');
    expect((await call('DELETE', host, `polls/${id}`)).status).toBe(410);
  });
});

describe('deleting', () => {
  it('takes a poll away with its votes, for those who host or asked', async () => {
    const id = await ask();
    await vote(ben, id, [1]);
    expect((await call('DELETE', ben, `polls/${id}`)).status).toBe(403);
    expect((await call('DELETE', host, `polls/${id}`)).status).toBe(204);
    expect(web.rooms.controls.at(-1)?.message).toEqual({ type: 'polls.changed' });
    expect((await vote(ben, id, [0], 2)).code).toBe('not_found');
    expect(await database.sql`select 1 from poll_votes where poll_id = ${id}`).toHaveLength(0);
  });
});

describe('many polls', () => {
  it('are refused above a number, whoever asks', async () => {
    await database.sql`
      insert into polls (id, meeting_id, asker_name, question, choices, multiple, anonymous, results)
      select 'pol_' || n || ${room}, ${room}, 'Ana', 'Q', '["A","B"]', false, false, 'live'
      from generate_series(1, 50) n`;
    expect((await write(host)).code).toBe('conflict');
  });
});
