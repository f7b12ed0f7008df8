import { beforeEach, describe, expect, it } from 'vitest';
import { type ChangeSettings, type People, peopleSchema } from '../../lib/host-messages.ts';
import { type Joined, joinedSchema, type Waiting, waitingSchema } from '../../lib/messages.ts';
import { reconcile } from '../reconcile.ts';
import { watchStandings } from '../standing.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

let host: Joined;
let code: string;
let room: string;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  host = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  code = meeting.code;
  room = meeting.id;
  connect(host);
  web.rooms.controls.length = 0;
  web.rooms.removed.length = 0;
});

const consent = { noticeVersion: 3 };
const codeOf = (body: unknown) => (body as { error?: { code: string } } | null)?.error?.code;

/** As the person's browser would, with whatever token it holds. */
function connect({ participantId }: { participantId: string }, token: object = {}) {
  const participant = { identity: participantId, sid: `PA_${participantId}`, joinedAt: new Date() };
  web.rooms.enter(room, { ...participant, kind: 'standard', ...token });
}
let events = 0;
async function announce(event: 'participant_joined' | 'participant_left', { participantId }: Joined) {
  const status = await web.sendWebhook({
    event,
    id: `EV_people_${++events}`,
    createdAt: String(Math.floor(Date.now() / 1000)),
    room: { sid: 'RM_1', name: room },
    participant: { identity: participantId, sid: `PA_${participantId}`, joinedAtMs: String(Date.now()) },
  });
  expect(status).toBe(204);
}

async function ask(name: string, extra: { password?: string; headers?: Record<string, string> } = {}) {
  const { headers, ...body } = extra;
  const answer = await web.request('POST', `/api/meetings/${code}/join`, {
    body: { name, consent, ...body },
    headers,
  });
  return { ...answer, reason: answer.status < 300 ? answer.status : codeOf(answer.body) };
}
async function enter(name: string, headers: Record<string, string> = {}): Promise<Joined> {
  const joined = await web.join(code, name, headers);
  connect(joined);
  return joined;
}
async function wait(name: string): Promise<Waiting & { cookie: string }> {
  const { body, cookies } = await ask(name);
  return { ...waitingSchema.parse(body), cookie: cookies };
}
const act = async (by: { apiToken: string }, path: string, body: unknown = {}) => {
  const answer = await web.request('POST', `/api/meetings/${room}/${path}`, { body, token: by.apiToken });
  return answer.status < 300 ? answer.status : codeOf(answer.body);
};
const set = (settings: ChangeSettings) => act(host, 'settings', settings);
async function people(by: { apiToken: string } = host): Promise<People> {
  const { body } = await web.request('GET', `/api/meetings/${room}/people`, { token: by.apiToken });
  return peopleSchema.parse(body);
}
const admissionOf = async (by: { apiToken: string }) =>
  (await web.request('GET', `/api/meetings/${room}/admission`, { token: by.apiToken })).body;
const inRoom = async () => (await web.rooms.listParticipants(room)).map((each) => each.identity);

describe('the host routes', () => {
  it('are closed to everyone but those who moderate, by hand too', async () => {
    const guest = await enter('Ben');
    await set({ waitingRoom: true });
    const waiting = await wait('Cleo');
    const paths = [
      'settings',
      'end',
      'people/admit-all',
      ...['admit', 'decline', 'remove', 'mute', 'silence', 'role'].map(
        (action) => `people/${waiting.participantId}/${action}`,
      ),
    ];
    for (const path of paths) {
      expect([path, await act(guest, path)]).toEqual([path, 'forbidden']);
      expect([path, await act(waiting, path)]).toEqual([path, 'forbidden']);
      const nobody = await web.request('POST', `/api/meetings/${room}/${path}`, { body: {} });
      expect([path, nobody.status]).toEqual([path, 401]);
    }
    const list = await web.request('GET', `/api/meetings/${room}/people`, { token: guest.apiToken });
    expect(list.status).toBe(403);
    expect((await people()).people.map((each) => each.admission)).toEqual([
      'admitted',
      'admitted',
      'waiting',
    ]);
  });

  it('take no token of another meeting and act on nobody of another meeting', async () => {
    const other = await web.createMeeting();
    const stranger = await web.join(other.meeting.code, 'Dan');
    const foreign = await web.join(other.meeting.code, 'Host', { cookie: other.hostCookie });
    expect(await act(foreign, 'settings', { locked: true })).toBe('forbidden');
    expect(await act(host, `people/${stranger.participantId}/remove`)).toBe('not_found');
  });

  it('protect the host from co-hosts and co-hosts from each other', async () => {
    const [ben, cleo] = [await enter('Ben'), await enter('Cleo')];
    for (const each of [ben, cleo]) await act(host, `people/${each.participantId}/role`, { role: 'cohost' });
    for (const target of [host, cleo, ben]) {
      for (const action of ['remove', 'mute', 'silence']) {
        const body = { silenced: true };
        expect(await act(ben, `people/${target.participantId}/${action}`, body)).toBe('forbidden');
      }
    }
    expect(await act(host, `people/${host.participantId}/remove`)).toBe('forbidden');
    expect(await act(host, `people/${ben.participantId}/remove`)).toBe(204);
  });
});

describe('the waiting room', () => {
  it('keeps guests outside until a host lets them in, and tells the host alone', async () => {
    await set({ waitingRoom: true });
    web.rooms.controls.length = 0;
    const ben = await wait('Ben');
    expect(web.rooms.controls).toEqual([
      { room, message: { type: 'people.changed' }, to: [host.participantId] },
    ]);
    expect(await admissionOf(ben)).toEqual({ admission: 'waiting', status: 'live' });
    expect((await ask('Ben', { headers: { cookie: ben.cookie } })).status).toBe(202);

    expect(await act(host, `people/${ben.participantId}/admit`)).toBe(204);
    expect(await admissionOf(ben)).toMatchObject({ admission: 'admitted' });
    const joined = await enter('Ben', { cookie: ben.cookie });
    expect(joined).toMatchObject({ participantId: ben.participantId, role: 'guest' });
  });

  it('gives someone who waits nothing of the meeting', async () => {
    await set({ waitingRoom: true });
    const ben = await wait('Ben');
    expect(ben).not.toHaveProperty('token');
    const transcript = await web.request('GET', `/api/meetings/${room}/transcript`, { token: ben.apiToken });
    expect(transcript.status).toBe(403);
  });

  it('takes two hosts who admit and decline the same person at once, one wins', async () => {
    const ben = await enter('Ben');
    await act(host, `people/${ben.participantId}/role`, { role: 'cohost' });
    await set({ waitingRoom: true });
    const cleo = await wait('Cleo');
    const path = `people/${cleo.participantId}`;
    expect(await Promise.all([act(host, `${path}/admit`), act(ben, `${path}/admit`)])).toEqual([204, 204]);
    expect(await act(ben, `${path}/decline`)).toBe('conflict');
    expect(await admissionOf(cleo)).toMatchObject({ admission: 'admitted' });
  });

  it('tells a declined person, who stays out by that cookie until a host changes his mind', async () => {
    await set({ waitingRoom: true });
    const ben = await wait('Ben');
    await act(host, `people/${ben.participantId}/decline`);
    expect(await admissionOf(ben)).toMatchObject({ admission: 'declined' });
    expect((await ask('Benjamin', { headers: { cookie: ben.cookie } })).reason).toBe('declined');
    await act(host, `people/${ben.participantId}/admit`);
    expect((await ask('Ben', { headers: { cookie: ben.cookie } })).status).toBe(200);
  });

  it('lets in everyone at once, and everyone when it closes', async () => {
    await set({ waitingRoom: true });
    const [ben, cleo] = [await wait('Ben'), await wait('Cleo')];
    await act(host, 'people/admit-all');
    const dan = await wait('Dan');
    await set({ waitingRoom: false });
    for (const each of [ben, cleo, dan]) {
      expect(await admissionOf(each)).toMatchObject({ admission: 'admitted' });
    }
  });

  it('no longer lists those who have gone from it', async () => {
    await set({ waitingRoom: true });
    const ben = await wait('Ben');
    await database.sql`
      update participants set last_asked_at = now() - interval '2 minutes' where id = ${ben.participantId}`;
    expect((await people()).people.map((each) => each.name)).toEqual(['Ana']);
    await admissionOf(ben);
    expect((await people()).people.map((each) => each.name)).toEqual(['Ana', 'Ben']);
  });

  it('does not start a meeting for someone who waits', async () => {
    const { meeting } = await web.createMeeting();
    await database.sql`update meetings set waiting_room = true where id = ${meeting.id}`;
    const answer = await web.request('POST', `/api/meetings/${meeting.code}/join`, {
      body: { name: 'Ben', consent },
    });
    expect(answer.body).toMatchObject({ waiting: true, meeting: { status: 'scheduled' } });
    expect(web.rooms.dispatched.filter((each) => each.room === meeting.id)).toEqual([]);
  });
});

describe('a removed person', () => {
  it('is put out at once, and the waiting room opens for those who come after', async () => {
    const ben = await enter('Ben');
    await act(host, `people/${ben.participantId}/remove`);
    expect(await inRoom()).toEqual([host.participantId]);
    expect((await people()).settings.waitingRoom).toBe(true);
    expect((await ask('Ben with a new cookie')).status).toBe(202);
  });

  it('cannot come back by cookie, token or under a new name, and reads nothing any more', async () => {
    const first = await ask('Ben');
    const ben = joinedSchema.parse(first.body);
    await act(host, `people/${ben.participantId}/remove`);
    const byCookie = await ask('Someone else', { headers: { cookie: first.cookies } });
    const byToken = await ask('Ben', { headers: { authorization: `Bearer ${ben.apiToken}` } });
    expect([byCookie.reason, byToken.reason]).toEqual(['removed', 'removed']);
    const transcript = await web.request('GET', `/api/meetings/${room}/transcript`, { token: ben.apiToken });
    expect(codeOf(transcript.body)).toBe('removed');
    const lobby = await web.request('GET', `/api/meetings/${code}`, { headers: { cookie: first.cookies } });
    expect(lobby.body).toMatchObject({ entry: 'removed' });
  });

  it('is put out when an old LiveKit token still works: by the webhook, and by the watch', async () => {
    const ben = await enter('Ben');
    await act(host, `people/${ben.participantId}/remove`);
    connect(ben);
    await announce('participant_joined', ben);
    expect(await inRoom()).toEqual([host.participantId]);

    connect(ben);
    await watchStandings(web.context);
    expect(await inRoom()).toEqual([host.participantId]);
  });

  it('is put out under any identity that LiveKit makes of an old token', async () => {
    const ben = await enter('Ben');
    await act(host, `people/${ben.participantId}/remove`);
    const ghost = { ...ben, participantId: `${ben.participantId}#again` as const };
    connect(ghost);
    await announce('participant_joined', ghost);
    expect(await inRoom()).toEqual([host.participantId]);
  });

  it('who loses a race between joining and removal is not let in', async () => {
    const first = await ask('Ben');
    const ben = joinedSchema.parse(first.body);
    const [, again] = await Promise.all([
      act(host, `people/${ben.participantId}/remove`),
      ask('Ben', { headers: { cookie: first.cookies } }),
    ]);
    if (again.status === 200) connect(ben);
    await watchStandings(web.context);
    expect(await inRoom()).toEqual([host.participantId]);
    expect((await ask('Ben', { headers: { cookie: first.cookies } })).reason).toBe('removed');
  });

  it('is removed once when two press at the same time, also while LiveKit is away', async () => {
    const ben = await enter('Ben');
    const remove = () => act(host, `people/${ben.participantId}/remove`);
    web.rooms.reachable = false;
    expect(await Promise.all([remove(), remove()])).toEqual([204, 204]);
    web.rooms.reachable = true;
    await watchStandings(web.context);
    expect(await inRoom()).toEqual([host.participantId]);
  });

  it('can be let back in by a host', async () => {
    const first = await ask('Ben');
    const ben = joinedSchema.parse(first.body);
    await act(host, `people/${ben.participantId}/remove`);
    await act(host, `people/${ben.participantId}/admit`);
    expect((await ask('Ben', { headers: { cookie: first.cookies } })).status).toBe(200);
  });
});

describe('a lock', () => {
  it('keeps newcomers out and lets those who were in come back, until it is opened', async () => {
    const first = await ask('Ben');
    await set({ locked: true });
    expect((await ask('Cleo')).reason).toBe('meeting_locked');
    expect((await ask('Ben', { headers: { cookie: first.cookies } })).status).toBe(200);
    await set({ locked: false });
    expect((await ask('Cleo')).status).toBe(200);
  });
});

describe('a password', () => {
  it('is asked for, refused when wrong, and taken; nobody can read it', async () => {
    await set({ password: 'open sesame' });
    const lobby = await web.request('GET', `/api/meetings/${code}`);
    expect(lobby.body).toMatchObject({ entry: 'password' });
    expect((await ask('Ben')).reason).toBe('password_needed');
    expect((await ask('Ben', { password: 'sesame' })).reason).toBe('password_wrong');
    const good = await ask('Ben', { password: 'open sesame' });
    expect(good.status).toBe(200);
    expect(JSON.stringify([lobby.body, good.body, await people()])).not.toMatch(/sesame|scrypt/);
    // Someone who was in needs it no more.
    expect((await ask('Ben', { headers: { cookie: good.cookies } })).status).toBe(200);
  });

  it('can be changed and dropped in the call', async () => {
    await set({ password: 'first' });
    await set({ password: 'second' });
    expect((await ask('Ben', { password: 'first' })).reason).toBe('password_wrong');
    expect((await ask('Ben', { password: 'second' })).status).toBe(200);
    await set({ password: null });
    expect((await ask('Cleo')).status).toBe(200);
  });

  it('cannot be guessed in a loop, and the loop holds up nobody else', async () => {
    await set({ password: 'open sesame' });
    const guess = (i: number, source: string) =>
      ask('Eve', { password: `guess ${i}`, headers: { 'x-forwarded-for': source } });
    const loop = await Promise.all(Array.from({ length: 30 }, (_, i) => guess(i, '203.0.113.9')));
    expect(loop.filter((each) => each.reason === 'password_wrong').length).toBeLessThanOrEqual(8);
    expect(loop.filter((each) => each.reason === 'rate_limited').length).toBeGreaterThanOrEqual(22);
    const eve = { password: 'open sesame', headers: { 'x-forwarded-for': '203.0.113.9' } };
    expect((await ask('Eve', eve)).reason).toBe('rate_limited');
    const ben = { password: 'open sesame', headers: { 'x-forwarded-for': '198.51.100.7' } };
    expect((await ask('Ben', ben)).status).toBe(200);
    await database.sql`update attempts set ends_at = now() - interval '1 second'`;
    expect((await ask('Eve', eve)).status).toBe(200);
  });

  it('stands before the waiting room, once', async () => {
    await set({ password: 'open sesame', waitingRoom: true });
    const ben = await ask('Ben', { password: 'open sesame' });
    expect(ben.status).toBe(202);
    expect((await ask('Ben', { headers: { cookie: ben.cookies } })).status).toBe(202);
  });
});

describe('a limit of people', () => {
  it('holds when many come at once, and a seat is free when someone leaves', async () => {
    await set({ maxPeople: 3 });
    const all = await Promise.all(Array.from({ length: 8 }, (_, i) => ask(`Person ${i}`)));
    const joined = all.filter((each) => each.status === 200);
    expect(joined).toHaveLength(2);
    expect(all.filter((each) => each.reason === 'meeting_full')).toHaveLength(6);

    const first = joinedSchema.parse(joined[0]?.body);
    await announce('participant_joined', first);
    expect((await ask('Late')).reason).toBe('meeting_full');
    await announce('participant_left', first);
    expect((await ask('Late')).status).toBe(200);
  });

  it('does not keep a person out who is in it already, nor the host', async () => {
    const ben = await ask('Ben');
    await set({ maxPeople: 2 });
    expect((await ask('Ben', { headers: { cookie: ben.cookies } })).status).toBe(200);
    const again = await ask('Ana', { headers: { authorization: `Bearer ${host.apiToken}` } });
    expect(again.status).toBe(200);
  });
});

describe('roles in the call', () => {
  it('make a co-host and take it back; rights follow at once, whatever the token says', async () => {
    const ben = await enter('Ben');
    const cleo = await enter('Cleo');
    const appoint = (role: string) => act(host, `people/${ben.participantId}/role`, { role });
    expect(await appoint('cohost')).toBe(204);
    expect(await act(ben, `people/${cleo.participantId}/mute`)).toBe(204);
    expect(await act(ben, `people/${cleo.participantId}/role`, { role: 'cohost' })).toBe('forbidden');
    expect(web.rooms.controls).toContainEqual({
      room,
      message: { type: 'standing.changed', role: 'cohost', silenced: false, by: 'Ana' },
      to: [ben.participantId],
    });
    expect(await appoint('participant')).toBe(204);
    expect(await act(ben, `people/${cleo.participantId}/mute`)).toBe('forbidden');
    expect(await appoint('host')).toBe('bad_request');
  });

  it('are kept when a co-host comes back', async () => {
    const first = await ask('Ben');
    const ben = joinedSchema.parse(first.body);
    await act(host, `people/${ben.participantId}/role`, { role: 'cohost' });
    expect((await web.join(code, 'Ben', { cookie: first.cookies })).role).toBe('cohost');
  });
});

describe('a microphone', () => {
  it('is asked to be off by a message to that person alone', async () => {
    const ben = await enter('Ben');
    await act(host, `people/${ben.participantId}/mute`);
    expect(web.rooms.controls).toEqual([
      { room, message: { type: 'microphone.mute', by: 'Ana', asks: 1 }, to: [ben.participantId] },
    ]);
  });

  it('is asked of whoever is away too: the count waits for them, also over a new connection', async () => {
    const ben = await enter('Ben');
    const asks = async () => {
      const people = await web.rooms.listParticipants(room);
      return people.find(({ identity }) => identity === ben.participantId)?.attributes['parley.mute_asks'];
    };
    await act(host, `people/${ben.participantId}/mute`);
    await act(host, `people/${ben.participantId}/mute`);
    expect(await asks()).toBe('2');
    // Back by the token of an earlier time.
    web.rooms.enter(room, {
      ...{ identity: ben.participantId, sid: 'PA_again', kind: 'standard', joinedAt: new Date() },
      attributes: { 'parley.mute_asks': '0' },
    });
    await reconcile(web.context);
    expect(await asks()).toBe('2');
  });

  it('that was taken away stays away over a rejoin with an old token, until it is given back', async () => {
    const ben = await enter('Ben');
    const microphone = async () =>
      (await web.rooms.listParticipants(room)).find((each) => each.identity === ben.participantId)
        ?.canUseMicrophone;
    const silence = (silenced: boolean) => act(host, `people/${ben.participantId}/silence`, { silenced });
    await silence(true);
    expect(await microphone()).toBe(false);
    connect(ben);
    expect(await microphone()).toBe(true);
    await announce('participant_joined', ben);
    expect(await microphone()).toBe(false);
    connect(ben);
    await watchStandings(web.context);
    expect(await microphone()).toBe(false);
    expect((await people()).people.find((each) => each.name === 'Ben')?.silenced).toBe(true);
    await silence(false);
    expect(await microphone()).toBe(true);
  });
});

describe('settings', () => {
  it('refuse nonsense and change only what is named', async () => {
    for (const bad of [{ maxPeople: 0 }, { maxPeople: 1.5 }, { locked: 'yes' }, { password: '' }]) {
      expect(await act(host, 'settings', bad)).toBe('bad_request');
    }
    await set({ maxPeople: 5, password: 'x' });
    await set({ locked: true });
    expect((await people()).settings).toEqual({
      locked: true,
      waitingRoom: false,
      hasPassword: true,
      maxPeople: 5,
      whoMayChat: 'everyone',
      whoMayShare: 'everyone',
      whoMayDraw: 'everyone',
      whoMayPoll: 'hosts',
      muteOnJoin: false,
    });
  });
});
