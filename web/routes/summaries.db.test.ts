import { describe, expect, it } from 'vitest';
import { closeMeeting, completeMeeting } from '../../db/queries/finish-meeting.ts';
import { storeSummary } from '../../db/queries/summaries.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { afterAnswerSchema, type Summary, summaryAnswerSchema } from '../../lib/summary.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

const content = (overview: string): Summary => ({
  overview,
  topics: [],
  decisions: [],
  tasks: [],
  questions: [],
  numbers: [],
});

const store = (meetingId: MeetingId, overview: string) =>
  storeSummary(
    database.db,
    {
      meetingId,
      basis: 'live',
      template: 'general',
      by: 'model',
      model: 'm',
      content: content(overview),
      inputDigest: overview,
      modelMs: 1,
    },
    { tasks: [], decisions: [] },
  );

async function createCompleted() {
  const host = await web.signIn('ana@example.test');
  const { meeting } = await web.createMeeting(host.cookie);
  const guest = await web.join(meeting.code, 'Guest');
  await closeMeeting(database.db, meeting.id);
  await completeMeeting(database.db, meeting.id);
  return { meeting, host, guest, path: `/api/meetings/${meeting.id}` };
}

describe('the summary of a meeting', () => {
  it('is shown in its newest version or any other, to people of the meeting', async () => {
    const { meeting, guest, path } = await createCompleted();
    const get = (query = '') => web.request('GET', `${path}/summary${query}`, { token: guest.apiToken });
    expect(summaryAnswerSchema.parse((await get()).body)).toEqual({ summary: null, versions: [] });
    await store(meeting.id, 'First');
    await store(meeting.id, 'Second');
    const newest = summaryAnswerSchema.parse((await get()).body);
    expect(newest.summary).toMatchObject({ version: 2, content: content('Second') });
    expect(newest.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect((await get('?version=1')).body).toMatchObject({ summary: { content: content('First') } });
    expect((await get('?version=3')).status).toBe(404);
    expect((await get('?version=x')).status).toBe(400);
  });

  it('is written again when a host asks for it, and the page sees that it waits', async () => {
    const { meeting, host, guest, path } = await createCompleted();
    const body = { template: 'own', instructions: 'Only\0 figures.' };
    const post = (options: object) => web.request('POST', `${path}/summary`, { body, ...options });
    expect((await post({ token: guest.apiToken })).status).toBe(403);
    expect((await post({ headers: { cookie: host.cookie } })).status).toBe(202);
    const [event] = await database.sql`select data from event_outbox
      where name = 'summary/requested' and data->>'meetingId' = ${meeting.id}`;
    expect(event?.data).toEqual({ meetingId: meeting.id, template: 'own', instructions: 'Only figures.' });
    const after = await web.request('GET', `${path}/after`, { token: guest.apiToken });
    expect(afterAnswerSchema.parse(after.body).stages.map(({ stage, state }) => [stage, state])).toEqual([
      ['transcript', 'done'],
      ['summary', 'waiting'],
      ['mail', 'waiting'],
      ['search', 'waiting'],
    ]);
  });

  it('is known to follow from the moment of the end', async () => {
    const host = await web.signIn('ana@example.test');
    const { meeting } = await web.createMeeting(host.cookie);
    const { apiToken: token } = await web.join(meeting.code, 'Ana', { cookie: host.cookie });
    const path = `/api/meetings/${meeting.id}`;
    expect((await web.request('GET', `${path}/after`, { token })).body).toEqual({ stages: [] });
    await web.request('POST', `${path}/end`, { token });
    expect((await web.request('GET', `${path}/after`, { token })).body).toMatchObject({
      stages: [{ stage: 'transcript', state: 'working' }],
    });
  });

  it('is not written before the end', async () => {
    const host = await web.signIn('ana@example.test');
    const { meeting } = await web.createMeeting(host.cookie);
    const answer = await web.request('POST', `/api/meetings/${meeting.id}/summary`, {
      body: { template: 'general' },
      headers: { cookie: host.cookie },
    });
    expect(answer.status).toBe(409);
  });
});
