import { describe, expect, it } from 'vitest';
import { builtInPersonas } from '../../db/built-in-personas.ts';
import { insertPersona, insertPersonaVersion, setPersonaArchived } from '../../db/queries/personas.ts';
import { users } from '../../db/schema/accounts.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const [nova, iris, clerk] = builtInPersonas;
if (!iris || !clerk) throw new Error('at least three personas come with Parley');

const web = await shareTestWeb();
const { database } = web.context;

const choose = (id: string, token: string, personaId: string) =>
  web.request('POST', `/api/meetings/${id}/persona`, { body: { personaId }, token });
const personaOf = async (id: string, token: string) =>
  (await web.request('GET', `/api/meetings/${id}/persona`, { token })).body;

describe('the AI participant of a new meeting', () => {
  it('is the one that was chosen, in its newest version, else Nova', async () => {
    const chosen = await web.request('POST', '/api/meetings', { body: { personaId: iris.id } });
    expect(chosen.body).toMatchObject({ meeting: { personaName: 'Iris' } });
    const { meeting } = await web.createMeeting();
    const ana = await web.join(meeting.code, 'Ana');
    expect(await personaOf(meeting.id, ana.apiToken)).toMatchObject({
      content: nova.content,
      source: { personaId: nova.id, version: 1, currentVersion: 1 },
    });
  });

  it('cannot be one that does not exist, is archived, or belongs to people with accounts', async () => {
    await database.db.insert(users).values({ id: 'usr_ana', name: 'Ana', email: 'ana@example.org' });
    const own = await insertPersona(database.db, {
      content: { ...nova.content, name: 'Private' },
      language: 'en',
      ownerId: 'usr_ana',
    });
    // Without any account on the installation, anyone may start a meeting.
    await database.db.delete(users);
    const create = async (personaId: string) =>
      (await web.request('POST', '/api/meetings', { body: { personaId } })).status;
    await setPersonaArchived(database.db, clerk.id, true);
    expect(await create(clerk.id)).toBe(409);
    await setPersonaArchived(database.db, clerk.id, false);
    expect(await create('psn_0000000000000000000000000Z')).toBe(404);
    expect(await create('psn_nonsense')).toBe(400);
    expect(await create(own)).toBe(404);
  });
});

describe('choosing another one in the call', () => {
  it('changes the stored copy and what the room reads, at once', async () => {
    const { meeting, hostCookie } = await web.createMeeting();
    const host = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
    const answer = await choose(meeting.id, host.apiToken, iris.id);
    expect([answer.status, answer.body]).toEqual([
      200,
      { content: iris.content, source: expect.objectContaining({ personaId: iris.id, version: 1 }) },
    ]);
    expect(JSON.parse(web.rooms.metadataOf(meeting.id) ?? '')).toMatchObject({
      v: 1,
      meeting: { id: meeting.id, startedAtMs: host.meeting.startedAtMs },
      persona: iris.content,
      features: { paused: false },
    });
  });

  it('is refused to everyone without the right to moderate', async () => {
    const { meeting, hostCookie } = await web.createMeeting();
    const host = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
    const ben = await web.join(meeting.code, 'Ben');
    const other = await web.createMeeting();
    expect((await choose(meeting.id, ben.apiToken, iris.id)).status).toBe(403);
    expect((await choose(other.meeting.id, host.apiToken, iris.id)).status).toBe(403);
    expect((await web.request('POST', `/api/meetings/${meeting.id}/persona`)).status).toBe(401);
    expect(JSON.parse(web.rooms.metadataOf(meeting.id) ?? '').persona.name).toBe('Nova');
  });

  it('changes nothing when the media server does not answer', async () => {
    const { meeting, hostCookie } = await web.createMeeting();
    const host = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
    web.rooms.reachable = false;
    const away = await choose(meeting.id, host.apiToken, iris.id);
    web.rooms.reachable = true;
    expect(away.status).toBe(503);
    expect(await personaOf(meeting.id, host.apiToken)).toMatchObject({ content: { name: 'Nova' } });
  });

  it('is over when the meeting is, which keeps the version that it had', async () => {
    const { meeting, hostCookie } = await web.createMeeting();
    const host = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
    await choose(meeting.id, host.apiToken, clerk.id);
    await web.request('POST', `/api/meetings/${meeting.id}/end`, { token: host.apiToken });
    expect((await choose(meeting.id, host.apiToken, iris.id)).status).toBe(410);
    const changed = { content: { ...clerk.content, greeting: 'Hello.' }, language: 'en' };
    await insertPersonaVersion(database.db, clerk.id, 1, changed);
    expect(await personaOf(meeting.id, host.apiToken)).toMatchObject({
      content: clerk.content,
      source: { personaId: clerk.id, version: 1, currentVersion: 2 },
    });
  });
});
