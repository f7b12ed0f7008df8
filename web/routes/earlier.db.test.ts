import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { storeDecision } from '../../db/queries/decisions.ts';
import { storeTask } from '../../db/queries/tasks.ts';
import { meetings } from '../../db/schema/meetings.ts';
import { approve } from '../../functions/testing/approve.ts';
import { type Earlier, earlierAnswerSchema } from '../../lib/earlier.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { MeetingView } from '../../lib/messages.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;
let ana: { cookie: string };
beforeAll(async () => {
  ana = await web.signIn('ana@example.test');
});

const as = ({ cookie }: { cookie: string }) => ({ headers: { cookie } });

async function earlierOf(
  id: MeetingId,
  by: { headers?: Record<string, string>; token?: string },
): Promise<Earlier | null> {
  const { status, body } = await web.request('GET', `/api/meetings/${id}/earlier`, by);
  expect(status).toBe(200);
  return earlierAnswerSchema.parse(body).earlier;
}

/** A weekly meeting in a few minutes. */
async function plan(title: string): Promise<MeetingView> {
  const [date = '', time = ''] = new Date(Date.now() + 300_000).toISOString().slice(0, 16).split('T');
  const recurrence = { frequency: 'weekly', interval: 1, end: { type: 'count', count: 5 } };
  const { body } = await web.request('POST', '/api/meetings', {
    body: { title, plan: { date, time, timeZone: 'UTC', durationMinutes: 30, recurrence } },
    ...as(ana),
  });
  return (body as { meeting: MeetingView }).meeting;
}

/** It takes place with Ben, who has an account, and a guest; returns the next one. */
async function hold({ code }: MeetingView) {
  const ben = await web.signIn('ben@example.test');
  const host = await web.join(code, 'Ana', { cookie: ana.cookie });
  await web.join(code, 'Ben', { cookie: ben.cookie });
  const guest = await web.join(code, 'Guest');
  await web.request('POST', `/api/meetings/${host.meeting.id}/end`, { token: host.apiToken });
  const { body } = await web.request('GET', `/api/meetings/${code}`, as(ana));
  return { next: (body as { meeting: MeetingView }).meeting, ben, guest };
}

describe('what a meeting continues', () => {
  it('is the last one of its series that took place, with what was settled and what is open', async () => {
    const first = await plan('Weekly');
    const meetingId = first.id;
    await storeDecision(database.db, { meetingId, text: 'We launch in March' });
    await storeTask(database.db, { meetingId, text: 'Fix the bug', ownerName: 'Ben' });
    await storeTask(database.db, { meetingId, text: 'Book the room', doneAt: new Date() });
    const { next } = await hold(first);
    expect(await earlierOf(next.id, as(ana))).toMatchObject({
      meeting: { id: first.id, title: 'Weekly' },
      overview: '',
      decisions: [{ text: 'We launch in March' }],
      tasks: [{ text: 'Fix the bug', owner: 'Ben' }],
      questions: [],
    });
    expect(await earlierOf(first.id, as(ana))).toBeNull();
  });

  it('is not what was called off or nobody came to', async () => {
    const { next } = await hold(await plan('Skipped'));
    await web.request('POST', `/api/meetings/${next.id}/occurrence/cancel`, as(ana));
    const { body } = await web.request('GET', `/api/meetings/${next.code}`, as(ana));
    const third = (body as { meeting: MeetingView }).meeting;
    expect(third.id).not.toBe(next.id);
    const earlier = await earlierOf(third.id, as(ana));
    expect(earlier?.meeting.id).not.toBe(next.id);
    expect(earlier?.meeting.title).toBe('Skipped');
  });

  it('is shown to those only who may see it too', async () => {
    const first = await plan('Private');
    const { next, ben, guest } = await hold(first);
    const dan = await web.signIn('dan@example.test');
    const late = await web.join(next.code, 'Dan', { cookie: dan.cookie });
    const again = await web.join(next.code, 'Ben', { cookie: ben.cookie });
    expect((await earlierOf(next.id, as(ben)))?.meeting.id).toBe(first.id);
    expect(await earlierOf(next.id, as(dan))).toBeNull();
    expect(await earlierOf(next.id, { token: late.apiToken })).toBeNull();
    expect(await earlierOf(next.id, { token: again.apiToken })).toBeNull();
    const { status } = await web.request('GET', `/api/meetings/${next.id}/earlier`, {
      token: guest.apiToken,
    });
    expect(status).toBe(403);
  });

  it('is the meeting in which it was arranged', async () => {
    const { meeting } = await web.createMeeting(ana.cookie);
    const host = await web.join(meeting.code, 'Ana', { cookie: ana.cookie });
    const { actionId } = await approve(database, {
      meetingId: meeting.id,
      by: host.participantId,
      tool: 'scheduleMeeting',
      args: {},
    });
    const followUp = await web.createMeeting(ana.cookie);
    const { id } = followUp.meeting;
    await database.db.update(meetings).set({ actionId }).where(eq(meetings.id, id));
    expect(await earlierOf(id, as(ana))).toBeNull();
    await web.request('POST', `/api/meetings/${meeting.id}/end`, { token: host.apiToken });
    expect((await earlierOf(id, as(ana)))?.meeting.id).toBe(meeting.id);
  });

  it('is noted as read', async () => {
    const first = await plan('Logged');
    const { next } = await hold(first);
    await earlierOf(next.id, as(ana));
    const { body } = await web.request('GET', `/api/meetings/${first.id}/access-log`, as(ana));
    expect(JSON.stringify(body)).toContain('read');
  });
});
