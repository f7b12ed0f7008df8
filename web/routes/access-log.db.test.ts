import { describe, expect, it } from 'vitest';
import { listAccess, recordAccess } from '../../db/queries/access-log.ts';
import { addLines, seedMeeting } from '../../functions/testing/seed-meeting.ts';
import { shareTestDatabase } from '../../local/testing/test-database.ts';
import { createTestWeb } from '../testing/test-web.ts';

const database = await shareTestDatabase();

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
