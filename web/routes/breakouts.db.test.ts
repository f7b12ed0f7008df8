import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { listCounterparts } from '../../db/queries/breakout-places.ts';
import { handOverMeeting, listOwnMeetings } from '../../db/queries/delete-account.ts';
import { deleteMeeting } from '../../db/queries/delete-meeting.ts';
import { findParticipant } from '../../db/queries/participants.ts';
import { listOverdueMeetings } from '../../db/queries/retention.ts';
import { breakoutSessions } from '../../db/schema/breakouts.ts';
import { meetings, participants } from '../../db/schema/meetings.ts';
import { type Breakouts, breakoutsSchema, type OpenBreakouts } from '../../lib/breakout-messages.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import { type Joined, joinedSchema } from '../../lib/messages.ts';
import { meetingDetailsSchema, meetingListSchema } from '../../lib/planning.ts';
import { closeDueBreakouts } from '../breakouts/close-breakouts.ts';
import { enterBreakout } from '../breakouts/enter-breakout.ts';
import { reconcile } from '../reconcile.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

let owner: string;
let member: string;
let host: Joined;
let ben: Joined;
let cleo: Joined;
beforeEach(async () => {
  owner = (await web.signIn('ana@example.test')).cookie;
  member = (await web.signIn('ben@example.test')).cookie;
  const { meeting, hostCookie } = await web.createMeeting(owner);
  host = await web.join(meeting.code, 'Ana', { cookie: `${owner}; ${hostCookie}` });
  ben = await web.join(meeting.code, 'Ben', { cookie: member });
  cleo = await web.join(meeting.code, 'Cleo');
  for (const person of [host, ben, cleo]) arrive(person);
  web.rooms.controls.length = 0;
  web.rooms.dispatched.length = 0;
});

const mainId = () => host.meeting.id;
let connections = 0;
function arrive({ meeting, participantId }: Joined) {
  const sid = `PA_${++connections}`;
  web.rooms.enter(meeting.id, { identity: participantId, sid, kind: 'standard', joinedAt: new Date() });
}
const leave = ({ meeting, participantId }: Joined) => web.rooms.exit(meeting.id, participantId);

async function call(by: Joined, method: 'GET' | 'POST', path: string, body?: unknown) {
  const answer = await web.request(method, `/api/meetings/${mainId()}/breakouts${path}`, {
    token: by.apiToken,
    ...(body === undefined ? {} : { body }),
  });
  const code = (answer.body as { error?: { code: string } } | null)?.error?.code;
  return { ...answer, outcome: code ?? answer.status };
}
async function look(by: Joined): Promise<Breakouts['open']> {
  return breakoutsSchema.parse((await call(by, 'GET', '')).body).open;
}
/** Red for Ben, Blue for Cleo, unless told otherwise. */
async function open(options: Partial<OpenBreakouts> = {}) {
  const answer = await call(host, 'POST', '', {
    rooms: [
      { name: 'Red', people: [ben.participantId] },
      { name: 'Blue', people: [cleo.participantId] },
    ],
    ...options,
  });
  const rooms = breakoutsSchema.safeParse(answer.body).data?.open?.rooms ?? [];
  return { outcome: answer.outcome, ids: rooms.map(({ id }) => id) };
}
async function openTwo(options: Partial<OpenBreakouts> = {}): Promise<{ red: MeetingId; blue: MeetingId }> {
  const { ids } = await open(options);
  const [red, blue] = ids;
  if (!red || !blue) throw new Error('the rooms did not open');
  return { red, blue };
}
const enter = async (by: Joined, room: MeetingId) => (await call(by, 'POST', `/${room}/join`)).outcome;
async function goInto(by: Joined, room: MeetingId): Promise<Joined> {
  const joined = joinedSchema.parse((await call(by, 'POST', `/${room}/join`)).body);
  leave(by);
  arrive(joined);
  return joined;
}
const comeDue = (mainId: MeetingId) =>
  database.db
    .update(breakoutSessions)
    .set({ closesAt: sql`now() - interval '1 ms'` })
    .where(eq(breakoutSessions.meetingId, mainId));
const row = async (id: MeetingId) => {
  const [found] = await database.db.select().from(meetings).where(eq(meetings.id, id));
  return found;
};

describe('breakout rooms', () => {
  it('are opened by hosts, and everyone sees their own place', async () => {
    expect((await call(ben, 'POST', '', { rooms: [{ name: 'Mine' }] })).outcome).toBe('forbidden');
    const { red, blue } = await openTwo();
    expect(web.rooms.controls).toContainEqual({ room: mainId(), message: { type: 'breakouts.changed' } });
    expect((await look(ben))?.mine).toBe(red);
    expect((await look(cleo))?.mine).toBe(blue);
    expect((await look(host))?.rooms.map(({ people }) => people.map(({ name }) => name))).toEqual([
      ['Ben'],
      ['Cleo'],
    ]);
  });

  it('are opened once when two hosts press at the same moment', async () => {
    const answers = await Promise.all([open(), open()]);
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual([201, 'conflict']);
    expect((await look(host))?.rooms).toHaveLength(2);
  });

  it('let in who has a place there, and hosts everywhere', async () => {
    const { red, blue } = await openTwo();
    expect(await enter(ben, blue)).toBe('forbidden');
    expect(await enter(ben, red)).toBe(200);
    expect(await enter(host, blue)).toBe(200);
    const stranger = await web.createMeeting(member);
    const elsewhere = await web.join(stranger.meeting.code, 'Dan');
    expect(await enter(elsewhere, red)).toBe('forbidden');
    expect((await web.request('GET', `/api/meetings/${red}`)).status).toBe(404);
    const direct = { name: 'Cleo', consent: { noticeVersion: 3 } };
    expect((await web.request('POST', `/api/meetings/${red}/join`, { body: direct })).status).toBe(404);
  });

  it('are entered with name, role and AI participant of the main room, without a lobby', async () => {
    const { red } = await openTwo();
    const inRed = await goInto(ben, red);
    expect(inRed).toMatchObject({ name: 'Ben', role: ben.role, meeting: { id: red, title: 'Red · Test' } });
    expect(inRed.participantId).not.toBe(ben.participantId);
    expect(web.rooms.dispatched.map(({ room }) => room)).toEqual([red]);
    expect((await row(red))?.persona).toEqual({ ...(await row(mainId()))?.persona, greeting: '' });
    const [hostThere] = [await goInto(host, red)];
    expect(hostThere).toMatchObject({ role: 'host', meeting: { isHost: true } });
    expect((await goInto(ben, red)).participantId).toBe(inRed.participantId);
  });

  it('can be chosen where the host says so, and the choice is kept', async () => {
    const { blue } = await openTwo({ choice: 'own' });
    expect(await enter(ben, blue)).toBe(200);
    expect((await look(ben))?.mine).toBe(blue);
  });

  it('take people whom the host moves', async () => {
    const { red, blue } = await openTwo();
    const move = { personId: ben.participantId, roomId: blue };
    expect((await call(ben, 'POST', '/move', move)).outcome).toBe('forbidden');
    expect((await call(host, 'POST', '/move', move)).outcome).toBe(200);
    expect((await look(ben))?.mine).toBe(blue);
    expect(await enter(ben, red)).toBe('forbidden');
    await call(host, 'POST', '/move', { ...move, roomId: null });
    expect((await look(ben))?.mine).toBeNull();
    expect((await call(host, 'POST', '/move', { ...move, roomId: mainId() })).outcome).toBe('not_found');
  });

  it('hear what a host tells all of them', async () => {
    const { red } = await openTwo();
    await goInto(ben, red);
    web.rooms.controls.length = 0;
    expect((await call(ben, 'POST', '/message', { text: 'Hi' })).outcome).toBe('forbidden');
    expect((await call(host, 'POST', '/message', { text: ' Two more\nminutes ' })).outcome).toBe(204);
    const message = { type: 'breakouts.message', by: 'Ana', text: 'Two more minutes' };
    expect(web.rooms.controls).toEqual([
      { room: mainId(), message },
      { room: red, message },
    ]);
  });

  it('refuse whoever was removed from the meeting, and let them in again with it', async () => {
    const { red } = await openTwo();
    const inRed = await goInto(ben, red);
    const act = (what: string) =>
      web.request('POST', `/api/meetings/${mainId()}/people/${ben.participantId}/${what}`, {
        token: host.apiToken,
      });
    await act('remove');
    expect(web.rooms.removed).toContain(inRed.participantId);
    expect(await enter(ben, red)).toBe('removed');
    await act('admit');
    expect(await enter(ben, red)).toBe(200);
  });

  it('are changed by a host as often as hands can, not as programs can', async () => {
    const { blue } = await openTwo();
    const move = { personId: ben.participantId, roomId: blue };
    const moves = await Promise.all(Array.from({ length: 60 }, () => call(host, 'POST', '/move', move)));
    expect(moves.filter(({ outcome }) => outcome === 'rate_limited')).toHaveLength(1);
    expect((await call(host, 'POST', '/close')).outcome).toBe('rate_limited');
    expect((await open()).outcome).toBe('rate_limited');
    expect((await call(ben, 'GET', '')).outcome).toBe(200);
  });

  it('are no meetings that people are invited to', async () => {
    const { red } = await openTwo();
    const inRed = await goInto(host, red);
    const invite = { by: 'link', role: 'guest' };
    const path = `/api/meetings/${red}/invitations`;
    const answer = await web.request('POST', path, { token: inRed.apiToken, body: invite });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      error: { message: expect.stringContaining('Invite people to its meeting') },
    });
  });

  it('refuse an account that was removed, also as whom it came on another device', async () => {
    const { red } = await openTwo({ choice: 'own' });
    const headers = { cookie: member, authorization: `Bearer ${cleo.apiToken}` };
    const elsewhere = await web.join(host.meeting.code, 'Ben', headers);
    expect(elsewhere.participantId).toBe(cleo.participantId);
    const path = `/api/meetings/${mainId()}/people/${ben.participantId}/remove`;
    await web.request('POST', path, { token: host.apiToken });
    expect(await enter(elsewhere, red)).toBe('removed');
  });

  it('refuse whoever was removed while they were on their way in', async () => {
    const { red } = await openTwo();
    const asked = await findParticipant(database.db, mainId(), ben.participantId);
    if (!asked) throw new Error('Ben is not in the meeting');
    const path = `/api/meetings/${mainId()}/people/${ben.participantId}/remove`;
    await web.request('POST', path, { token: host.apiToken });
    await expect(enterBreakout(web.context, asked, red)).rejects.toMatchObject({ code: 'removed' });
    expect(await listCounterparts(database.db, ben.participantId)).toEqual([]);
  });
});

describe('closing breakout rooms', () => {
  it('counts down, then ends those that were used and leaves nothing of the others', async () => {
    const { red, blue } = await openTwo();
    await goInto(ben, red);
    expect((await call(host, 'POST', '/close')).outcome).toBe(200);
    const { closesInMs } = (await look(ben)) ?? {};
    expect(closesInMs).toBeGreaterThan(20_000);
    expect(closesInMs).toBeLessThanOrEqual(30_000);
    await closeDueBreakouts(web.context);
    expect(await look(ben)).not.toBeNull();
    await comeDue(mainId());
    expect(await look(ben)).toBeNull();
    expect(await enter(ben, red)).toBe('not_found');
    await closeDueBreakouts(web.context);
    expect(await row(red)).toMatchObject({ status: 'ended', endReason: 'breakouts_closed' });
    expect(await row(blue)).toBeUndefined();
    expect((await row(mainId()))?.status).toBe('live');
    expect((await open()).outcome).toBe(201);
  });

  it('goes by the time that was chosen, without any host', async () => {
    await openTwo({ minutes: 10 });
    const closesInMs = (await look(ben))?.closesInMs ?? 0;
    expect(closesInMs).toBeGreaterThan(590_000);
    await comeDue(mainId());
    await closeDueBreakouts(web.context);
    expect(await look(host)).toBeNull();
  });

  it('ends what a killed process left half done', async () => {
    const { red, blue } = await openTwo();
    await goInto(ben, red);
    await goInto(cleo, blue);
    await comeDue(mainId());
    web.rooms.reachable = false;
    await closeDueBreakouts(web.context);
    web.rooms.reachable = true;
    await closeDueBreakouts(web.context);
    await reconcile(web.context);
    expect([(await row(red))?.status, (await row(blue))?.status]).toEqual(['ended', 'ended']);
    expect(web.rooms.metadataOf(red)).toBeNull();
  });

  it('follows the end of the meeting', async () => {
    const { red } = await openTwo();
    await goInto(ben, red);
    await web.request('POST', `/api/meetings/${mainId()}/end`, { token: host.apiToken });
    await closeDueBreakouts(web.context);
    expect((await row(red))?.status).toBe('ended');
  });

  it('follows when everyone has gone', async () => {
    const { red } = await openTwo();
    await goInto(ben, red);
    const missing = sql`now() - interval '6 minutes'`;
    await database.db.update(meetings).set({ roomMissingSince: missing }).where(eq(meetings.id, mainId()));
    await closeDueBreakouts(web.context);
    expect((await row(red))?.status).toBe('live');
    await database.db.update(meetings).set({ roomMissingSince: missing }).where(eq(meetings.id, red));
    await closeDueBreakouts(web.context);
    expect((await row(red))?.status).toBe('ended');
  });
});

describe('a main room that everyone has left for breakout rooms', () => {
  const finished = async () => {
    const sid = (await row(mainId()))?.roomSid ?? '';
    web.rooms.forget(mainId());
    await web.sendWebhook({
      id: `EV_${++connections}`,
      event: 'room_finished',
      createdAt: String(Math.floor(Date.now() / 1000)),
      room: { name: mainId(), sid },
    });
  };

  it('does not end, and opens again for the first who comes back', async () => {
    await reconcile(web.context);
    const { red } = await openTwo();
    await goInto(ben, red);
    await finished();
    expect(await row(mainId())).toMatchObject({ status: 'live', roomMissingSince: expect.any(Date) });
    await reconcile(web.context);
    expect((await row(mainId()))?.status).toBe('live');
    web.rooms.dispatched.length = 0;
    await web.join(host.meeting.code, 'Ana', { authorization: `Bearer ${host.apiToken}` });
    expect(await row(mainId())).toMatchObject({ status: 'live', roomMissingSince: null });
    expect(web.rooms.dispatched.map(({ room }) => room)).toEqual([mainId()]);
  });

  it('keeps their seats', async () => {
    await reconcile(web.context);
    await database.db.update(meetings).set({ maxPeople: 3 }).where(eq(meetings.id, mainId()));
    const { red, blue } = await openTwo();
    for (const [person, room] of [
      [host, red],
      [ben, red],
      [cleo, blue],
    ] as const)
      await goInto(person, room);
    await reconcile(web.context);
    await database.db.update(participants).set({ consentAt: sql`now() - interval '1 hour'` });
    const answer = await web.request('GET', `/api/meetings/${host.meeting.code}`);
    expect(answer.body).toMatchObject({ entry: 'full' });
  });
});

describe('a breakout room afterwards', () => {
  async function afterBoth() {
    const { red, blue } = await openTwo();
    await goInto(ben, red);
    await goInto(cleo, blue);
    await comeDue(mainId());
    await closeDueBreakouts(web.context);
    return { red, blue };
  }
  const read = async (id: MeetingId, cookie: string) =>
    (await web.request('GET', `/api/meetings/${id}/details`, { headers: { cookie } })).status;
  const promote = (id: ParticipantId) =>
    database.db.update(participants).set({ role: 'cohost' }).where(eq(participants.id, id));

  it('is read by who was in it and by hosts', async () => {
    const { red, blue } = await afterBoth();
    expect([await read(red, member), await read(blue, member)]).toEqual([200, 404]);
    expect([await read(red, owner), await read(blue, owner)]).toEqual([200, 200]);
    await promote(ben.participantId);
    expect(await read(blue, member)).toBe(200);
  });

  it('belongs to the account of whoever came without one and signed in since', async () => {
    const { red, blue } = await afterBoth();
    const cookie = (await web.signIn('cleo@example.test')).cookie;
    expect(await read(blue, cookie)).toBe(404);
    await web.join(host.meeting.code, 'Cleo', { cookie, authorization: `Bearer ${cleo.apiToken}` });
    expect([await read(red, cookie), await read(blue, cookie)]).toEqual([404, 200]);
  });

  it('stands on the page of its main meeting and not in lists', async () => {
    const { red, blue } = await afterBoth();
    const page = async (cookie: string) => {
      const { body } = await web.request('GET', `/api/meetings/${mainId()}/details`, { headers: { cookie } });
      return meetingDetailsSchema.parse(body).breakouts.map(({ id }) => id);
    };
    expect(await page(owner)).toEqual([red, blue]);
    expect(await page(member)).toEqual([red]);
    const { body } = await web.request('GET', '/api/meetings', { headers: { cookie: owner } });
    const listed = meetingListSchema.parse(body).meetings.map(({ id }) => id);
    expect(listed).toContain(mainId());
    expect(listed).not.toContain(red);
    const room = await web.request('GET', `/api/meetings/${red}/details`, { headers: { cookie: member } });
    expect(meetingDetailsSchema.parse(room.body).main).toEqual({ id: mainId(), title: 'Test' });
  });

  it('is handed over with its main meeting, to the same person', async () => {
    const { red, blue } = await afterBoth();
    const from = (await row(mainId()))?.ownerId ?? '';
    const own = await listOwnMeetings(database.db, from);
    expect(own.map(({ id }) => id)).toContain(mainId());
    expect(own.map(({ id }) => id)).not.toContain(red);
    expect(await handOverMeeting(database.db, mainId(), from)).toBe(true);
    const heir = (await row(mainId()))?.ownerId;
    expect(heir).not.toBe(from);
    expect([(await row(red))?.ownerId, (await row(blue))?.ownerId]).toEqual([heir, heir]);
  });

  it('is kept as long as the main meeting and deleted with it', async () => {
    const { red, blue } = await afterBoth();
    const keep = await web.request('POST', `/api/meetings/${red}/retention`, {
      body: { keep: 'forever' },
      headers: { cookie: owner },
    });
    expect(keep.status).toBe(409);
    const { db } = database;
    await db
      .update(meetings)
      .set({ endedAt: sql`now() - interval '9 days'`, keepDays: 1 })
      .where(eq(meetings.id, red));
    expect(await listOverdueMeetings(db, { limit: 500 })).not.toContain(red);
    expect(await deleteMeeting(db, { id: mainId(), reason: 'host' })).toBe(false);
    await web.request('POST', `/api/meetings/${mainId()}/end`, { token: host.apiToken });
    expect(await deleteMeeting(db, { id: mainId(), reason: 'host' })).toBe(true);
    expect([await row(red), await row(blue)]).toEqual([undefined, undefined]);
    expect(await read(red, owner)).toBe(410);
  });
});
