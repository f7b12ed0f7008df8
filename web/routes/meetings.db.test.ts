import { describe, expect, it } from 'vitest';
import { recordJoined } from '../../db/queries/participants.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

const consent = { noticeVersion: 3 };
const errorOf = (body: unknown) => (body as { error: { code: string; message: string } }).error;

describe('creating a meeting', () => {
  it('gives a code and makes the caller its host by cookie', async () => {
    const { meeting, hostCookie } = await web.createMeeting();
    expect(meeting).toMatchObject({ status: 'scheduled', isHost: true, personaName: 'Nova' });
    const seenByHost = await web.request('GET', `/api/meetings/${meeting.code}`, {
      headers: { cookie: hostCookie },
    });
    const seenByGuest = await web.request('GET', `/api/meetings/${meeting.code}`);
    expect(seenByHost.body).toMatchObject({ meeting: { isHost: true }, noticeVersion: 3 });
    expect(seenByGuest.body).toMatchObject({ meeting: { isHost: false }, entry: 'open' });
  });

  it('sets its cookies for that one meeting, so that a hundred meetings do not overflow a request', async () => {
    const answer = await web.app.request('http://parley.test/api/meetings', { method: 'POST', body: '{}' });
    const { meeting } = (await answer.json()) as { meeting: { code: string } };
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringContaining(`; Path=/api/meetings/${meeting.code};`),
    ]);
  });

  it('cleans a title of controls and refuses one of a megabyte', async () => {
    const odd = await web.request('POST', '/api/meetings', { body: { title: 'A\u0000\u202eB' } });
    expect(odd.body).toMatchObject({ meeting: { title: 'A B' } });
    const huge = await web.request('POST', '/api/meetings', { body: { title: 'x'.repeat(1_000_000) } });
    expect([huge.status, errorOf(huge.body).code]).toEqual([400, 'bad_request']);
  });

  it('means dates in the zone that was given, and refuses one that nobody knows', async () => {
    const made = await web.request('POST', '/api/meetings', { body: { timeZone: 'Europe/Berlin' } });
    const { meeting } = made.body as { meeting: { id: string; code: string } };
    await web.join(meeting.code, 'Ana');
    const shown = JSON.parse(web.rooms.metadataOf(meeting.id) ?? 'null');
    expect(shown.meeting.timeZone).toBe('Europe/Berlin');
    const odd = await web.request('POST', '/api/meetings', { body: { timeZone: 'Mars/Olympus' } });
    expect([odd.status, errorOf(odd.body).code]).toEqual([400, 'bad_request']);
  });

  it('refuses a language that the speech-to-text does not understand, with a sentence', async () => {
    const { status, body } = await web.request('POST', '/api/meetings', { body: { language: 'fr' } });
    expect(status).toBe(400);
    expect(errorOf(body).message).toContain('understands en');
  });
});

describe('joining', () => {
  it('starts the meeting, its room and one agent with the first person only', async () => {
    const { meeting } = await web.createMeeting();
    const ana = await web.join(meeting.code, 'Ana');
    const ben = await web.join(meeting.code, 'Ben');
    expect(ana).toMatchObject({ role: 'guest', meeting: { status: 'live' } });
    expect(ben.participantId).not.toBe(ana.participantId);
    expect(web.rooms.dispatched.filter((each) => each.room === meeting.id)).toHaveLength(1);
  });

  it('dispatches one agent also when twenty people join at the same moment', async () => {
    const { meeting } = await web.createMeeting();
    await Promise.all(Array.from({ length: 20 }, (_, i) => web.join(meeting.code, `Person ${i}`)));
    expect(web.rooms.dispatched.filter((each) => each.room === meeting.id)).toHaveLength(1);
  });

  it('keeps the identity of someone who comes back, by cookie or token', async () => {
    const { meeting, hostCookie } = await web.createMeeting();
    const first = await web.request('POST', `/api/meetings/${meeting.code}/join`, {
      body: { name: 'Ana', consent },
      headers: { cookie: hostCookie },
    });
    const ana = first.body as { participantId: string; apiToken: string; role: string };
    expect(ana.role).toBe('host');
    const byCookie = await web.join(meeting.code, 'Ana R', { cookie: first.cookies });
    const byToken = await web.join(meeting.code, 'Ana R', { authorization: `Bearer ${ana.apiToken}` });
    expect([byCookie.participantId, byToken.participantId]).toEqual([ana.participantId, ana.participantId]);
    expect([byCookie.role, byCookie.name]).toEqual(['host', 'Ana R']);
  });

  it('says how much somebody missed, once', async () => {
    const { meeting } = await web.createMeeting();
    const ana = await web.join(meeting.code, 'Ana');
    expect(ana.missedMs).toBeLessThan(60_000);
    await database.sql`update meetings set started_at = now() - interval '10 minutes' where id = ${meeting.id}`;
    const ben = await web.join(meeting.code, 'Ben');
    expect(ben.missedMs).toBeGreaterThanOrEqual(600_000);
    const headers = { authorization: `Bearer ${ben.apiToken}` };
    // Asked twice before the room had seen him: still new.
    expect((await web.join(meeting.code, 'Ben', headers)).missedMs).toBeGreaterThanOrEqual(600_000);
    const connection = { meetingId: meeting.id, participantId: ben.participantId, participantSid: 'PA_ben' };
    await recordJoined(database.db, { ...connection, joinedAt: new Date() });
    expect((await web.join(meeting.code, 'Ben', headers)).missedMs).toBeNull();
  });

  it('does not make a host of someone with the host cookie of another meeting', async () => {
    const mine = await web.createMeeting();
    const other = await web.createMeeting();
    const forged = mine.hostCookie.replace(mine.meeting.id, other.meeting.id);
    expect((await web.join(other.meeting.code, 'Eve', { cookie: forged })).role).toBe('guest');
  });

  it('answers unknown, impossible and ended codes, missing consent and odd names clearly', async () => {
    const { meeting } = await web.createMeeting();
    const join = async (code: string, body: unknown) => {
      const answer = await web.request('POST', `/api/meetings/${encodeURIComponent(code)}/join`, { body });
      return [answer.status, errorOf(answer.body)?.code];
    };
    const good = { name: 'Ana', consent };
    expect(await join('aaa-aaaa-aaa', good)).toEqual([404, 'not_found']);
    expect(await join('../../etc', good)).toEqual([404, 'not_found']);
    expect(await join(meeting.code, { name: 'Ana' })).toEqual([400, 'bad_request']);
    expect(await join(meeting.code, { name: 'Ana', consent: { noticeVersion: 0 } })).toEqual([
      400,
      'bad_request',
    ]);
    expect(await join(meeting.code, { name: '\u0000\u200b ', consent })).toEqual([400, 'bad_request']);
    expect(await join(meeting.code, { name: 'x'.repeat(10_000), consent })).toEqual([400, 'bad_request']);
    expect((await web.join(meeting.code, '  A\u202en\u0000a '.repeat(20))).name.length).toBeLessThanOrEqual(
      80,
    );
  });

  it('says that the media server is away instead of letting people into nothing', async () => {
    const { meeting } = await web.createMeeting();
    web.rooms.reachable = false;
    const away = await web.request('POST', `/api/meetings/${meeting.code}/join`, {
      body: { name: 'Ana', consent },
    });
    web.rooms.reachable = true;
    expect([away.status, errorOf(away.body).code]).toEqual([503, 'unavailable']);
    expect((await web.join(meeting.code, 'Ana')).meeting.status).toBe('live');
  });
});

describe('ending', () => {
  it('is for the host alone, closes the room once, and puts one event into the outbox', async () => {
    const { meeting, hostCookie } = await web.createMeeting();
    const host = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
    const guest = await web.join(meeting.code, 'Ben');
    const end = (token: string) => web.request('POST', `/api/meetings/${meeting.id}/end`, { token });
    expect((await end(guest.apiToken)).status).toBe(403);
    expect((await end(host.apiToken)).status).toBe(204);
    expect((await end(host.apiToken)).status).toBe(204);
    expect(web.rooms.controls.filter((each) => each.room === meeting.id)).toEqual([
      { room: meeting.id, message: { type: 'meeting.ended' } },
    ]);
    const events =
      await database.sql`select * from event_outbox where id = ${`meeting-finished:${meeting.id}`}`;
    expect(events).toHaveLength(1);
    const late = await web.request('POST', `/api/meetings/${meeting.code}/join`, {
      body: { name: 'Cleo', consent },
    });
    expect([late.status, errorOf(late.body).code]).toEqual([410, 'meeting_ended']);
  });

  it('is refused with a token of another meeting, without one, and from a foreign page', async () => {
    const mine = await web.createMeeting();
    const host = await web.join(mine.meeting.code, 'Ana', { cookie: mine.hostCookie });
    const other = await web.createMeeting();
    const path = `/api/meetings/${other.meeting.id}/end`;
    expect((await web.request('POST', path, { token: host.apiToken })).status).toBe(403);
    expect((await web.request('POST', path)).status).toBe(401);
    const foreign = await web.request('POST', `/api/meetings/${mine.meeting.id}/end`, {
      token: host.apiToken,
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
  });
});
