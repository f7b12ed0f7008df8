import { describe, expect, it } from 'vitest';
import { listOptOuts } from '../../db/queries/summary-mails.ts';
import { apiRoutes } from '../api-table/index.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

const optOuts = () => listOptOuts(database.db, ['ana@example.test']);

describe('unsubscribing', () => {
  const path = () => new URL(web.context.mailLinks.unsubscribe('Ana@example.test').postUrl).pathname;

  it('is one post of a mailbox, and can be taken back', async () => {
    const answer = await web.fetch(path(), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { address: 'ana@example.test', subscribed: false },
    ]);
    expect(await optOuts()).toEqual(['ana@example.test']);
    expect((await web.request('GET', path())).body).toMatchObject({ subscribed: false });
    expect((await web.request('DELETE', path())).body).toMatchObject({ subscribed: true });
    expect(await optOuts()).toEqual([]);
  });

  it('does nothing when the link is only looked at, or is not ours', async () => {
    await web.request('GET', path());
    expect((await web.request('POST', `${path()}x`)).status).toBe(404);
    expect(await optOuts()).toEqual([]);
  });
});

describe('the link of a summary mail', () => {
  async function openLink() {
    const { meeting } = await web.createMeeting();
    const guest = await web.join(meeting.code, 'Guest');
    const { participantId } = guest;
    const untilMs = Date.now() + 60_000;
    const url = web.context.mailLinks.readMeeting({ meetingId: meeting.id, participantId, untilMs });
    const open = () =>
      web.request('POST', '/api/read-links', { body: { token: new URL(url).hash.slice(1) } });
    const { status, body, cookies } = await open();
    return { meeting, participantId, status, body, cookies, open };
  }

  it('lets its browser read all of its meeting, and change nothing', async () => {
    const { meeting, status, body, cookies } = await openLink();
    expect([status, body]).toEqual([200, { meetingId: meeting.id }]);
    const headers = { cookie: cookies };
    const reads = apiRoutes.filter(({ method, access, path }) => {
      const isOfMeeting = path.startsWith('/api/meetings/:id/') && (path.match(/:/g) ?? []).length === 1;
      return method === 'GET' && access === 'meeting' && isOfMeeting;
    });
    expect(reads.length).toBeGreaterThan(5);
    for (const { path } of reads) {
      const answer = await web.request('GET', path.replace(':id', meeting.id), { headers }).catch(() => null);
      expect([path, answer?.status === 401 || answer?.status === 403]).toEqual([path, false]);
    }
    const write = await web.request('POST', `/api/meetings/${meeting.id}/summary`, {
      headers,
      body: { template: 'general' },
    });
    expect(write.status).toBe(403);
    const other = await web.createMeeting();
    expect((await web.request('GET', `/api/meetings/${other.meeting.id}/summary`, { headers })).status).toBe(
      401,
    );
  });

  it('opens nothing for someone who was removed since', async () => {
    const { meeting, participantId, cookies, open } = await openLink();
    await database.sql`update participants set admission = 'removed' where id = ${participantId}`;
    expect((await open()).status).toBe(404);
    const read = await web.request('GET', `/api/meetings/${meeting.id}/summary`, {
      headers: { cookie: cookies },
    });
    expect(read.status).toBe(401);
  });

  it('says that it is broken', async () => {
    expect((await web.request('POST', '/api/read-links', { body: { token: 'abc.def' } })).status).toBe(404);
  });
});
