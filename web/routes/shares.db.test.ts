import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAccess } from '../../db/queries/access-log.ts';
import { pictureFolderOf } from '../../db/queries/egresses.ts';
import { recordingEgresses } from '../../db/schema/egresses.ts';
import { meetings } from '../../db/schema/meetings.ts';
import { recordings } from '../../db/schema/recordings.ts';
import { shares } from '../../db/schema/shares.ts';
import { summaries } from '../../db/schema/summaries.ts';
import { addLines } from '../../functions/testing/seed-meeting.ts';
import { createId, type Id, type MeetingId } from '../../lib/ids.ts';
import {
  type CreateShare,
  type SharedMeeting,
  type ShareView,
  sharedMeetingSchema,
} from '../../lib/shares.ts';
import { shareTestDatabase } from '../../local/testing/test-database.ts';
import { createTestWeb, type TestWeb } from '../testing/test-web.ts';

const database = await shareTestDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-shares-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Stage {
  web: TestWeb;
  meetingId: MeetingId;
  recordingId: Id<'rec'>;
  cookie: string;
  share(body?: Partial<CreateShare>): Promise<ShareView & { secret: string }>;
  open(secret: string): Promise<{ status: number; cookies: string; body: unknown }>;
  sound(shareId: string, cookies: string, headers?: Record<string, string>): Promise<Response>;
}

/** A meeting that is over, with a line, a summary, a task and a recording. */
async function seed(): Promise<Stage> {
  const web = createTestWeb(database, { RECORDINGS_FOLDER: folder });
  const { cookie } = await web.signIn('owner@example.test');
  const { meeting } = await web.createMeeting(cookie);
  const host = await web.join(meeting.code, 'Owner', { cookie });
  const { db } = database;
  await addLines(database, meeting.id, [{ speaker: host.participantId, text: 'The secret word.' }]);
  const lines = [{ epoch: 1, seq: 1 }];
  const found = { text: 'Keep it', lines };
  await db.insert(summaries).values({
    id: createId('sum'),
    meetingId: meeting.id,
    version: 1,
    basis: 'live',
    template: 'general',
    by: 'rules',
    model: 'parley-rules',
    content: {
      overview: 'An overview.',
      topics: [],
      decisions: [found],
      tasks: [{ ...found, owner: null, due: null, quote: 'The secret word.' }],
      questions: [],
      numbers: [],
    },
    inputDigest: '',
    modelMs: 1,
  });
  const recordingId = createId('rec');
  const location = `${meeting.id}/${recordingId}/mix.ogg`;
  await mkdir(join(folder, meeting.id, recordingId), { recursive: true });
  await writeFile(join(folder, location), '0123456789');
  await db.insert(recordings).values({
    id: recordingId,
    meetingId: meeting.id,
    status: 'complete',
    startedAt: new Date(),
    mixLocation: location,
    mixDurationMs: 1_000,
  });
  await web.request('POST', `/api/meetings/${meeting.id}/end`, { token: host.apiToken });
  return {
    web,
    meetingId: meeting.id,
    recordingId,
    cookie,
    async share(body = {}) {
      const answer = await web.request('POST', `/api/meetings/${meeting.id}/shares`, {
        headers: { cookie },
        body: { parts: ['summary', 'transcript', 'recording'], label: 'Chloe', expiresInDays: 7, ...body },
      });
      const { share } = answer.body as { share: ShareView };
      return { ...share, secret: new URL(share.url ?? '').hash.slice(1) };
    },
    open: (secret) => web.request('POST', '/api/shares/open', { body: { secret } }),
    sound: (shareId, cookies, headers = {}) =>
      web.fetch(`/api/shares/${shareId}/sound/${recordingId}`, { headers: { cookie: cookies, ...headers } }),
  };
}

const parsed = (body: unknown): SharedMeeting => sharedMeetingSchema.parse(body);

describe('a link', () => {
  it('shows what was shared to someone without an account, and plays it', async () => {
    const { share, open, sound, meetingId } = await seed();
    const link = await share();
    const { body, cookies } = await open(link.secret);
    const shown = parsed(body);
    expect(shown.sharedBy).toBe('owner');
    expect(shown.transcript?.lines).toMatchObject([{ speaker: 'Ana', text: 'The secret word.' }]);
    expect(shown.summary?.content.overview).toBe('An overview.');
    expect(shown.recordings).toHaveLength(1);
    const part = await sound(link.id, cookies, { range: 'bytes=2-4' });
    expect([part.status, await part.text()]).toEqual([206, '234']);

    const entries = await listAccess(database.db, meetingId, { limit: 10 });
    expect(entries.map(({ name, event }) => `${name}: ${event}`)).toEqual([
      'Link for Chloe: heard',
      'Link for Chloe: read',
      'owner: shared',
    ]);
  });

  it('shows nothing that was not shared, not even a quotation', async () => {
    const { share, open, sound } = await seed();
    const link = await share({ parts: ['summary'] });
    const { body, cookies } = await open(link.secret);
    expect(JSON.stringify(body)).not.toContain('secret word');
    expect(parsed(body)).toMatchObject({ transcript: null, recordings: null });
    expect((await sound(link.id, cookies)).status).toBe(404);
    const words = await share({ parts: ['transcript'] });
    expect(parsed((await open(words.secret)).body)).toMatchObject({
      summary: null,
      tasks: null,
      decisions: null,
    });
  });

  it('shows the picture only where that was chosen', async () => {
    const { web, share, open, meetingId, recordingId } = await seed();
    const pictureId = createId('fil');
    const location = `${pictureFolderOf(meetingId, recordingId)}/${pictureId}.mp4`;
    await mkdir(join(folder, pictureFolderOf(meetingId, recordingId)));
    await writeFile(join(folder, location), 'abcdef');
    await database.db.insert(recordingEgresses).values({
      ...{ id: pictureId, recordingId, meetingId, location, state: 'over', durationMs: 1_000 },
      ...{ firstSampleAt: new Date(), collectedAt: new Date() },
    });
    const watch = (shareId: string, cookie: string) =>
      web.fetch(`/api/shares/${shareId}/picture/${pictureId}`, { headers: { cookie, range: 'bytes=0-1' } });
    const sound = await share();
    const opened = await open(sound.secret);
    expect(parsed(opened.body).pictures).toBeNull();
    expect((await watch(sound.id, opened.cookies)).status).toBe(404);
    const picture = await share({ parts: ['picture'] });
    const { body, cookies } = await open(picture.secret);
    expect(parsed(body)).toMatchObject({
      recordings: null,
      pictures: [{ id: pictureId, durationMs: 1_000 }],
    });
    const answer = await watch(picture.id, cookies);
    expect([answer.status, await answer.text()]).toEqual([206, 'ab']);
    const [entry] = await listAccess(database.db, meetingId, { limit: 1 });
    expect(entry).toMatchObject({ name: 'Link for Chloe', event: 'watched' });
  });

  it('keeps its secret out of addresses, out of the database and out of other routes', async () => {
    const { share, open, web, meetingId } = await seed();
    const link = await share();
    expect(link.url).toBe(`http://parley.test/s#${link.secret}`);
    const stored = await database.db.select().from(shares).where(eq(shares.id, link.id));
    expect(JSON.stringify(stored)).not.toContain(link.secret);
    const answer = await web.fetch('/api/shares/open', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: link.secret }),
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toContain(`Path=/api/shares/${link.id}; `);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
    const { cookies } = await open(link.secret);
    for (const path of ['', '/transcript', '/export.md', '/shares', '/access-log', '/recordings']) {
      const { status } = await web.fetch(`/api/meetings/${meetingId}${path}`, {
        headers: { cookie: cookies },
      });
      expect([401, 404]).toContain(status);
    }
  });

  it('is over when it expires or is withdrawn, also for who has it open', async () => {
    const { share, open, sound, web, meetingId, cookie } = await seed();
    const [expiring, withdrawn] = [await share(), await share()];
    const before = [await open(expiring.secret), await open(withdrawn.secret)];
    await database.db.update(shares).set({ expiresAt: sql`now()` }).where(eq(shares.id, expiring.id));
    await web.request('DELETE', `/api/meetings/${meetingId}/shares/${withdrawn.id}`, { headers: { cookie } });
    for (const [index, link] of [expiring, withdrawn].entries()) {
      expect((await open(link.secret)).status).toBe(410);
      expect((await sound(link.id, before[index]?.cookies ?? '')).status).toBe(410);
    }
    const { body } = await web.request('GET', `/api/meetings/${meetingId}/shares`, { headers: { cookie } });
    const list = (body as { shares: ShareView[] }).shares;
    expect(list.map(({ state, url }) => [state, url])).toEqual([
      ['revoked', null],
      ['expired', null],
    ]);
  });

  it('is withdrawn by a new secret of the installation', async () => {
    const { share, meetingId } = await seed();
    const link = await share();
    const renewed = createTestWeb(database, { PARLEY_SECRET: 'another-secret-of-at-least-32-characters' });
    const { status } = await renewed.request('POST', '/api/shares/open', { body: { secret: link.secret } });
    expect(status).toBe(410);
    const { cookie } = await renewed.signIn('owner@example.test');
    const list = await renewed.request('GET', `/api/meetings/${meetingId}/shares`, { headers: { cookie } });
    expect(list.body).toMatchObject({ shares: [{ state: 'revoked', url: null }] });
  });

  it('opens only its own meeting, and nothing when it is made up', async () => {
    const [one, other] = [await seed(), await seed()];
    const link = await one.share();
    const { cookies } = await one.open(link.secret);
    const foreign = await one.web.fetch(`/api/shares/${link.id}/sound/${other.recordingId}`, {
      headers: { cookie: cookies },
    });
    expect(foreign.status).toBe(404);
    const otherLink = await other.share();
    const forged = cookies.replace(link.id, otherLink.id);
    expect((await other.sound(otherLink.id, forged)).status).toBe(404);
    expect((await one.open('x'.repeat(43))).status).toBe(404);
    expect((await one.open(link.id)).status).toBe(404);
    const deleted = await one.web.request('DELETE', `/api/meetings/${one.meetingId}/shares/${otherLink.id}`, {
      headers: { cookie: one.cookie },
    });
    expect(deleted.status).toBe(404);
    expect((await other.open(otherLink.secret)).status).toBe(200);
  });

  it('goes with its meeting', async () => {
    const { share, open, meetingId } = await seed();
    const link = await share();
    await database.db.delete(meetings).where(eq(meetings.id, meetingId));
    expect((await open(link.secret)).status).toBe(404);
  });

  it('cannot be guessed: a source that tries has to wait', async () => {
    const { web, share, open } = await seed();
    const from = { 'x-forwarded-for': '203.0.113.9' };
    const guess = (secret: string) =>
      web
        .request('POST', '/api/shares/open', { body: { secret }, headers: from })
        .then(({ status }) => status);
    const seen = [];
    for (let at = 0; at < 32; at += 1) seen.push(await guess(`guess-${at}`));
    expect(seen.at(0)).toBe(404);
    expect(seen.at(-1)).toBe(429);
    // Others are not held up.
    expect((await open((await share()).secret)).status).toBe(200);
  });
});

describe('POST /api/meetings/:id/shares', () => {
  it('is refused while the meeting runs, and to those who do not host it', async () => {
    const { web, cookie } = await seed();
    const { meeting } = await web.createMeeting(cookie);
    const guest = await web.join(meeting.code, 'Ben');
    const body = { parts: ['summary'], expiresInDays: 7 };
    const path = `/api/meetings/${meeting.id}/shares`;
    expect((await web.request('POST', path, { headers: { cookie }, body })).status).toBe(409);
    expect((await web.request('POST', path, { token: guest.apiToken, body })).status).toBe(403);
  });

  it.each([{ parts: [] }, { parts: ['everything'] }, { expiresInDays: 0 }, { expiresInDays: 4_000 }])(
    'refuses %j',
    async (wrong) => {
      const { web, meetingId, cookie } = await seed();
      const { status } = await web.request('POST', `/api/meetings/${meetingId}/shares`, {
        headers: { cookie },
        body: { parts: ['summary'], expiresInDays: 7, ...wrong },
      });
      expect(status).toBe(400);
    },
  );
});
