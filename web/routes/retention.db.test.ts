import { describe, expect, it } from 'vitest';
import { listAccess } from '../../db/queries/access-log.ts';
import { grantEpoch } from '../../db/queries/epochs.ts';
import type { MeetingView } from '../../lib/messages.ts';
import type { MeetingKeep } from '../../lib/retention.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

async function seed({ over }: { over: boolean }) {
  const { cookie } = await web.signIn('owner@example.test');
  const { meeting } = await web.createMeeting(cookie);
  const host = await web.join(meeting.code, 'Owner', { cookie });
  const guest = await web.join(meeting.code, 'Ben');
  const path = `/api/meetings/${meeting.id}`;
  if (over) await web.request('POST', `${path}/end`, { token: host.apiToken });
  return { meeting, path, cookie, asHost: { headers: { cookie } }, asGuest: { token: guest.apiToken } };
}

const code = (body: unknown) => (body as { error: { code: string; message: string } }).error;

describe('POST /api/meetings/:id/retention', () => {
  it('says when the meeting is deleted, and notes who decided', async () => {
    const { path, asHost, asGuest, meeting } = await seed({ over: true });
    await web.request('POST', '/api/workspace', { ...asHost, body: { keepDays: 30 } });
    const days = async () => {
      const { body } = await web.request('GET', `${path}/retention`, asGuest);
      const { deletesAtMs } = body as { deletesAtMs: number | null };
      return deletesAtMs === null ? null : Math.round((deletesAtMs - Date.now()) / 86_400_000);
    };
    expect(await days()).toBe(30);
    await web.request('POST', `${path}/retention`, { ...asHost, body: { keep: 7 } });
    expect(await days()).toBe(7);
    await web.request('POST', `${path}/retention`, { ...asHost, body: { keep: 'forever' } });
    expect(await days()).toBeNull();
    const entries = await listAccess(database.db, meeting.id, { limit: 2 });
    expect(entries.map(({ name, note }) => `${name}: ${note}`)).toEqual(['owner: for ever', 'owner: 7 days']);
  });

  it('chosen before the end holds for the next of a series too, and afterwards for that one alone', async () => {
    const { cookie } = await web.signIn('owner@example.test');
    const asHost = { headers: { cookie } };
    const [date = '', time = ''] = new Date(Date.now() + 300_000).toISOString().slice(0, 16).split('T');
    const recurrence = { frequency: 'weekly', interval: 1, end: { type: 'count', count: 5 } };
    const plan = { date, time, timeZone: 'UTC', durationMinutes: 30, recurrence };
    const planned = await web.request('POST', '/api/meetings', {
      ...asHost,
      body: { title: 'Weekly', plan },
    });
    const { id, code: joinCode } = (planned.body as { meeting: MeetingView }).meeting;
    const choose = (keep: MeetingKeep) =>
      web.request('POST', `/api/meetings/${id}/retention`, { ...asHost, body: { keep } });
    await choose(7);
    const host = await web.join(joinCode, 'Owner', { cookie });
    await web.request('POST', `/api/meetings/${id}/end`, { token: host.apiToken });
    await choose('forever');
    const { body } = await web.request('GET', `/api/meetings/${joinCode}`, asHost);
    const next = (body as { meeting: MeetingView }).meeting;
    expect(next.id).not.toBe(id);
    expect((await web.request('GET', `/api/meetings/${next.id}/retention`, asHost)).body).toMatchObject({
      keep: 7,
    });
  });

  it('is for hosts, and takes nothing but days', async () => {
    const { path, asHost, asGuest } = await seed({ over: true });
    expect((await web.request('POST', `${path}/retention`, { ...asGuest, body: { keep: 7 } })).status).toBe(
      403,
    );
    for (const keep of [0, -1, 1.5, 4_000, 'never', null]) {
      expect((await web.request('POST', `${path}/retention`, { ...asHost, body: { keep } })).status).toBe(
        400,
      );
    }
  });
});

describe('DELETE /api/meetings/:id', () => {
  it('deletes a meeting that is over; its links say so from then on', async () => {
    const { path, asHost, asGuest, meeting } = await seed({ over: true });
    expect((await web.request('DELETE', path, asGuest)).status).toBe(403);
    expect((await web.request('DELETE', path, asHost)).status).toBe(204);
    const asks = [
      web.request('GET', `/api/meetings/${meeting.code}`),
      web.request('GET', `${path}/transcript`, asHost),
      web.request('GET', `${path}/transcript`, asGuest),
      web.request('DELETE', path, asHost),
    ];
    for (const { status, body } of await Promise.all(asks)) {
      expect(status).toBe(410);
      expect(code(body)).toMatchObject({ code: 'meeting_deleted' });
      expect(code(body).message).toMatch(/^This meeting was deleted on \d+ \w+ \d{4}\.$/);
    }
  });

  it('leaves a meeting alone that runs', async () => {
    const { path, asHost } = await seed({ over: false });
    expect((await web.request('DELETE', path, asHost)).status).toBe(409);
  });

  it('tells agents and replays to forget what they have of it', async () => {
    const { path, asHost, meeting } = await seed({ over: true });
    const epoch = await grantEpoch(database.db, meeting.id);
    const token = await web.context.tokens.signAgent({ meetingId: meeting.id, epoch });
    const send = (lines: unknown[]) =>
      web.request('POST', `/api/agent${path.slice(4)}/lines`, { token, body: { lines, complete: true } });
    expect((await send([])).status).toBe(200);
    await web.request('DELETE', path, asHost);
    for (const lines of [[], ['not a line']]) {
      const { status, body } = await send(lines);
      expect([status, code(body).code]).toEqual([410, 'meeting_deleted']);
    }
  });
});
