import { beforeEach, describe, expect, it } from 'vitest';
import { completeMeeting } from '../../db/queries/finish-meeting.ts';
import type { Propose, Reply } from '../../lib/assistant-messages.ts';
import { createId } from '../../lib/ids.ts';
import type { Joined } from '../../lib/messages.ts';
import { latestJob, type TestAgentJob } from '../testing/agent-job.ts';
import { proposeTo } from '../testing/proposals.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;
let ana: Joined;
let job: TestAgentJob;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  ana = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  job = latestJob(web, ana.meeting.id);
  await job.heartbeat('listening');
});

const control = (body: object) =>
  web.request('POST', `/api/meetings/${ana.meeting.id}/assistant`, { body, token: ana.apiToken });
const end = () => web.request('POST', `/api/meetings/${ana.meeting.id}/end`, { token: ana.apiToken });

/** What each call of a job is answered with. */
async function statusesOf({ token, send }: TestAgentJob, approvalId: string) {
  const at = `/api/agent/meetings/${ana.meeting.id}`;
  const call = async (method: 'GET' | 'POST', path: string, body?: object) =>
    (await web.request(method, `${at}/${path}`, { token, ...(body && { body }) })).status;
  const proposal: Propose = {
    key: createId('rpl'),
    tool: 'recordDecision',
    arguments: { text: createId('rpl') },
    askedBy: ana.participantId,
    approver: null,
    cause: null,
  };
  const reply: Reply = {
    id: createId('rpl'),
    kind: 'question',
    asker: { id: ana.participantId, name: 'Ana' },
    question: 'When?',
    cause: null,
    audience: 'all',
    text: 'On Friday.',
    citations: [],
    by: 'rules',
    spoken: false,
    state: 'done',
    atMs: 0,
  };
  return {
    lines: (await send([])).status,
    propose: await call('POST', 'proposals', proposal),
    shown: await call('POST', `approvals/${approvalId}/shown`, {}),
    reply: await call('POST', 'replies', reply),
    search: await call('GET', `search?q=launch&askedBy=${ana.participantId}&audience=me`),
    briefing: await call('GET', 'briefing'),
    transcript: await call('GET', 'transcript'),
  };
}

const refused = (status: number) => ({
  lines: 200,
  propose: status,
  shown: status,
  reply: status,
  search: status,
  briefing: status,
  transcript: status,
});

describe('an agent job', () => {
  it('may propose, reply and read while it is in charge', async () => {
    const { id } = await proposeTo(web, ana);
    expect(await statusesOf(job, id)).toEqual({ ...refused(200), shown: 204, reply: 204 });
  });

  it('only brings what it has heard once a newer one has joined', async () => {
    const { id } = await proposeTo(web, ana);
    await control({ dismissed: true });
    await control({ dismissed: false });
    const newer = latestJob(web, ana.meeting.id);
    expect(newer.epoch).toBeGreaterThan(job.epoch);
    await newer.heartbeat('joining');
    expect(await statusesOf(job, id)).toEqual(refused(409));
    expect(await statusesOf(newer, id)).toMatchObject({ propose: 200, briefing: 200 });
  });

  it('only brings what it has heard once people have sent it away', async () => {
    const { id } = await proposeTo(web, ana);
    await control({ dismissed: true });
    expect(await statusesOf(job, id)).toEqual(refused(409));
  });

  it('may bring the answers that it has begun until the meeting is complete, and do nothing new', async () => {
    const { id } = await proposeTo(web, ana);
    await end();
    expect(await statusesOf(job, id)).toEqual({ ...refused(410), reply: 204 });
    await completeMeeting(database.db, ana.meeting.id);
    expect(await statusesOf(job, id)).toEqual(refused(410));
  });
});
