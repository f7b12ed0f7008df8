import { describe, expect, it } from 'vitest';
import { listAccess, recordAccess } from '../../db/queries/access-log.ts';
import { indexPending } from '../../db/queries/search-index.ts';
import { addLines, seedMeeting } from '../../functions/testing/seed-meeting.ts';
import { shareTestDatabase } from '../../local/testing/test-database.ts';
import { createTestWeb, type TestWeb } from '../testing/test-web.ts';

const database = await shareTestDatabase();

/** Reads the answer to its end, too. */
async function ask(web: TestWeb, path: string, headers: Record<string, string>) {
  const body = JSON.stringify({ question: 'What does the okapi do?' });
  const type = { 'content-type': 'application/json' };
  const answer = await web.fetch(path, { method: 'POST', headers: { ...headers, ...type }, body });
  await answer.text();
  return answer;
}

describe(recordAccess, () => {
  it('notes reading once an hour for each person, and what is taken along each time', async () => {
    const { db } = database;
    const { id: meetingId } = await seedMeeting(database);
    const [ana, ben] = ['Ana', 'Ben'].map((name) => ({ id: `usr_${name}`, name }));
    for (const by of [ana, ben, ana]) if (by) await recordAccess(db, { meetingId, by, event: 'read' });
    for (const note of ['PDF', 'PDF']) {
      if (ana) await recordAccess(db, { meetingId, by: ana, event: 'exported', note });
    }
    const entries = await listAccess(db, meetingId, { limit: 10 });
    expect(entries.map(({ name, event, note }) => `${name} ${event} ${note}`.trim())).toEqual([
      'Ana exported PDF',
      'Ana exported PDF',
      'Ben read',
      'Ana read',
    ]);
  });
});

describe('GET /api/meetings/:id/access-log', () => {
  it('shows the host who has read an ended meeting, by their accounts or names', async () => {
    const web = createTestWeb(database);
    const owner = await web.signIn('owner@example.test');
    const { meeting } = await web.createMeeting(owner.cookie);
    const host = await web.join(meeting.code, 'Owner', { cookie: owner.cookie });
    const guest = await web.join(meeting.code, 'Ben');
    await addLines(database, meeting.id, []);
    const read = (token: string, after = '') =>
      web.request('GET', `/api/meetings/${meeting.id}/transcript${after}`, { token });
    const log = async () => {
      const { body } = await web.request('GET', `/api/meetings/${meeting.id}/access-log`, {
        headers: { cookie: owner.cookie },
      });
      return (body as { entries: { name: string; event: string }[] }).entries.map(
        ({ name, event }) => `${name} ${event}`,
      );
    };

    await read(guest.apiToken);
    expect(await log()).toEqual([]);
    await web.request('POST', `/api/meetings/${meeting.id}/end`, { token: host.apiToken });
    await read(guest.apiToken);
    await read(guest.apiToken);
    await read(guest.apiToken, '?after=1.1');
    expect(await log()).toEqual(['Ben read']);
  });

  it('has who begins in the middle, searches in the meeting or asks it', async () => {
    const web = createTestWeb(database);
    const owner = await web.signIn('owner@example.test');
    const { meeting } = await web.createMeeting(owner.cookie);
    await web.join(meeting.code, 'Owner', { cookie: owner.cookie });
    const path = `/api/meetings/${meeting.id}`;
    const readings: [string, (token: string) => Promise<{ status: number }>][] = [
      ['Lin', (token) => web.request('GET', `${path}/lines?after=0.0.0`, { token })],
      ['Tom', (token) => web.request('GET', `${path}/transcript?after=0.0`, { token })],
      ['Sue', (token) => web.request('GET', `${path}/search?q=hello`, { token })],
      ['Ann', (token) => ask(web, `${path}/ask`, { authorization: `Bearer ${token}` })],
    ];
    const tokens = [];
    for (const [name] of readings) tokens.push((await web.join(meeting.code, name)).apiToken);
    await addLines(database, meeting.id, [{}]);
    await database.sql`update meetings set status = 'completed' where id = ${meeting.id}`;
    for (const [at, [, read]] of readings.entries()) {
      for (let i = 0; i < 2; i += 1) expect((await read(tokens[at] ?? '')).status).toBe(200);
    }
    const entries = await listAccess(database.db, meeting.id, { limit: 10 });
    expect(entries.map(({ name, event }) => `${name} ${event}`)).toEqual([
      'Ann read',
      'Sue read',
      'Tom read',
      'Lin read',
    ]);
  });

  it('has who finds words of the meeting among all of theirs, and not who finds its title', async () => {
    const web = createTestWeb(database);
    const { cookie } = await web.signIn('owner@example.test');
    const hold = async (title: string, text: string, status = 'completed') => {
      const { meeting } = await web.createMeeting(cookie);
      await addLines(database, meeting.id, [{ text }]);
      await database.sql`update meetings set title = ${title}, status = ${status} where id = ${meeting.id}`;
      await indexPending(database.db);
      return async () => (await listAccess(database.db, meeting.id, { limit: 10 })).map(({ event }) => event);
    };
    const found = await hold('One', 'The narwhal swims.');
    const titled = await hold('Narwhal', 'Nothing.');
    const live = await hold('Three', 'A narwhal now.', 'live');
    const headers = { cookie };
    for (const q of ['narwh', 'narwhal'])
      expect((await web.request('GET', `/api/search?q=${q}`, { headers })).status).toBe(200);
    expect([await found(), await titled(), await live()]).toEqual([['read'], [], []]);

    const asked = await hold('Four', 'The okapi grazes.');
    await ask(web, '/api/ask', headers);
    expect(await asked()).toEqual(['read']);
    expect(await titled()).toEqual([]);
  });

  it('is not for others', async () => {
    const web = createTestWeb(database);
    const owner = await web.signIn('owner@example.test');
    const { meeting } = await web.createMeeting(owner.cookie);
    const guest = await web.join(meeting.code, 'Ben');
    const { status } = await web.request('GET', `/api/meetings/${meeting.id}/access-log`, {
      token: guest.apiToken,
    });
    expect(status).toBe(403);
  });
});
