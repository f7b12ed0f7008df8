import { beforeEach, describe, expect, it } from 'vitest';
import type { ControlAssistant } from '../../lib/assistant-messages.ts';
import { agentIdentity, type Joined, roomMetadataSchema, type TranscriptPage } from '../../lib/messages.ts';
import { watchAgents } from '../agent-watch.ts';
import { latestJob } from '../testing/agent-job.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;
let ana: Joined;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  ana = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  await latestJob(web, ana.meeting.id).heartbeat('listening');
});

const control = (change: ControlAssistant, { apiToken }: Joined = ana) =>
  web.request('POST', `/api/meetings/${ana.meeting.id}/assistant`, { body: change, token: apiToken });
const shown = () => roomMetadataSchema.parse(JSON.parse(web.rooms.metadataOf(ana.meeting.id) ?? 'null'));
const readTranscript = async () => {
  const path = `/api/meetings/${ana.meeting.id}/transcript`;
  return (await web.request('GET', path, { token: ana.apiToken })).body as TranscriptPage;
};
/** Moves everything that happened in the meeting so far into the past. */
const pass = async (ms: number) => {
  const { id } = ana.meeting;
  const by = `${ms} milliseconds`;
  await database.sql`update meetings set started_at = started_at - ${by}::interval where id = ${id}`;
  await database.sql`update pauses set started_at = started_at - ${by}::interval,
    ended_at = ended_at - ${by}::interval where meeting_id = ${id}`;
};

describe('control of the AI participant', () => {
  it('is stored and shown to everyone, and leaves the rest as it is', async () => {
    const first = await control({ mode: 'silent', muted: true });
    expect(first.body).toEqual({ mode: 'silent', muted: true, paused: false, dismissed: false });
    expect((await control({ muted: false })).body).toMatchObject({ mode: 'silent', muted: false });
    expect(shown()).toMatchObject({
      persona: { name: 'Nova', mode: 'silent' },
      features: { paused: false, muted: false, dismissed: false, recording: false },
    });
  });

  it('is for those who moderate, while the meeting is not over', async () => {
    const ben = await web.join(ana.meeting.code, 'Ben');
    expect((await control({ paused: true }, ben)).status).toBe(403);
    await web.request('POST', `/api/meetings/${ana.meeting.id}/end`, { token: ana.apiToken });
    expect((await control({ paused: true })).status).toBe(410);
  });

  it('holds when the media server is away, which is told later', async () => {
    web.rooms.reachable = false;
    expect((await control({ paused: true })).status).toBe(200);
    web.rooms.reachable = true;
    expect(shown().features.paused).toBe(false);
    const stored = await database.sql`select paused from meetings where id = ${ana.meeting.id}`;
    expect(stored).toMatchObject([{ paused: true }]);
  });

  it('shows what is stored when several change it at the same moment', async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => control({ muted: index % 2 === 0, paused: index % 3 === 0 })),
    );
    const [stored] = await database.sql`
      select paused, agent_muted as muted from meetings where id = ${ana.meeting.id}`;
    expect(shown().features).toMatchObject({ ...stored, dismissed: false, recording: false });
  });
});

describe('off the record', () => {
  it('keeps what was said before and after, however late it comes, and nothing of what was said in between', async () => {
    const job = latestJob(web, ana.meeting.id);
    await pass(10_000);
    await control({ paused: true });
    await pass(20_000);
    await control({ paused: false });
    await pass(5_000);
    await job.send([
      job.line(1, { startMs: 4_000, endMs: 12_000, text: 'before, and a little into it' }),
      job.line(2, { startMs: 15_000, endMs: 16_000, text: 'a secret' }),
      job.line(3, { startMs: 29_000, endMs: 33_000, text: 'a secret until after it' }),
      job.line(4, { startMs: 32_000, endMs: 33_000, text: 'afterwards' }),
    ]);
    const { lines, gaps } = await readTranscript();
    expect(lines.map(({ kind, text, speakerName }) => [kind, text, speakerName])).toEqual([
      ['speech', 'before, and a little into it', 'Ana'],
      ['gap', 'Said off the record, and not kept.', ''],
      ['gap', 'Said off the record, and not kept.', ''],
      ['speech', 'afterwards', 'Ana'],
    ]);
    expect(gaps).toMatchObject([{ reason: 'paused' }]);
    const [gap] = gaps;
    expect((gap?.endMs ?? 0) - (gap?.startMs ?? 0)).toBeGreaterThanOrEqual(20_000);
    const everything = await database.sql`
      select t.text from transcript_lines t union all select raw::text from quarantined_lines`;
    expect(JSON.stringify(everything)).not.toContain('secret');
  });

  it('is one stretch however often it is asked for, and ends with the meeting', async () => {
    await Promise.all([control({ paused: true }), control({ paused: true }), control({ paused: true })]);
    const { gaps } = await readTranscript();
    expect(gaps).toMatchObject([{ reason: 'paused', endMs: null }]);
    await control({ paused: false });
    await control({ paused: true });
    expect((await readTranscript()).gaps).toHaveLength(2);
  });

  it('lets the agent stay, and does not count as a silence of its own', async () => {
    await control({ paused: true });
    await latestJob(web, ana.meeting.id).heartbeat('paused');
    await watchAgents(web.context);
    expect((await readTranscript()).gaps).toMatchObject([{ reason: 'paused', endMs: null }]);
  });
});

describe('sending the AI participant away', () => {
  const dispatches = () => web.rooms.dispatched.filter(({ room }) => room === ana.meeting.id).length;
  const enter = (epoch: number) =>
    web.rooms.enter(ana.meeting.id, {
      identity: agentIdentity(ana.meeting.id, epoch),
      sid: `PA_${epoch}`,
      kind: 'agent',
      joinedAt: new Date(),
    });

  it('puts it out, sends no other, and says so in the transcript until one listens again', async () => {
    enter(1);
    const first = latestJob(web, ana.meeting.id);
    await control({ dismissed: true });
    expect(await web.rooms.listParticipants(ana.meeting.id)).toEqual([]);
    expect(await first.heartbeat('leaving')).toEqual({ superseded: true, ended: false });
    await database.sql`insert into process_heartbeats (instance, part, details) values ('wrk_1', 'agent', '{}')
      on conflict do nothing`;
    await watchAgents(web.context);
    await web.join(ana.meeting.code, 'Ben');
    expect(dispatches()).toBe(1);
    expect((await readTranscript()).gaps).toMatchObject([{ reason: 'dismissed', endMs: null }]);
    // What it had heard before is kept.
    expect((await first.send([first.line(1)])).status).toBe(200);

    await control({ dismissed: false });
    expect(dispatches()).toBe(2);
    await watchAgents(web.context);
    expect(dispatches()).toBe(2);
    const second = latestJob(web, ana.meeting.id);
    expect(await second.heartbeat('listening')).toEqual({ superseded: false, ended: false });
    expect((await readTranscript()).gaps).toMatchObject([{ reason: 'dismissed', endMs: expect.any(Number) }]);
  });

  it('puts out one that was on its way', async () => {
    await control({ dismissed: true });
    enter(1);
    await latestJob(web, ana.meeting.id).heartbeat('listening');
    expect(await web.rooms.listParticipants(ana.meeting.id)).toEqual([]);
    expect((await readTranscript()).gaps).toMatchObject([{ reason: 'dismissed', endMs: null }]);
  });

  it('can be done before the meeting', async () => {
    const { meeting, hostCookie } = await web.createMeeting();
    await database.sql`update meetings set agent_dismissed = true where id = ${meeting.id}`;
    await web.join(meeting.code, 'Ana', { cookie: hostCookie });
    expect(web.rooms.dispatched.filter(({ room }) => room === meeting.id)).toEqual([]);
  });
});
