import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Joined, type TranscriptPage, transcriptPageSchema } from '../lib/messages.ts';
import { latestJob, type TestAgentJob } from './testing/agent-job.ts';
import { shareTestWeb } from './testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

async function liveMeeting(): Promise<{ ana: Joined; job: TestAgentJob }> {
  const { meeting, hostCookie } = await web.createMeeting();
  const ana = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  return { ana, job: latestJob(web, meeting.id) };
}

async function transcript(ana: Joined, after = ''): Promise<TranscriptPage> {
  const path = `/api/meetings/${ana.meeting.id}/transcript?after=${after}`;
  return transcriptPageSchema.parse((await web.request('GET', path, { token: ana.apiToken })).body);
}

describe('lines of an agent', () => {
  it('are stored once each however often they are sent, and read back in order', async () => {
    const { ana, job } = await liveMeeting();
    await job.send([job.line(1), job.line(2)]);
    const again = await job.send([job.line(1, { text: 'changed' }), job.line(2), job.line(3)]);
    expect(again.body).toEqual({ stored: 3, rejected: [] });
    const page = await transcript(ana);
    expect(page.lines).toEqual([job.line(1), job.line(2), job.line(3)]);
    expect([page.next, page.more, page.status]).toEqual(['1.3', false, 'live']);
    expect((await transcript(ana, '1.2')).lines).toEqual([job.line(3)]);
  });

  it('come in pages of five hundred', async () => {
    const { ana, job } = await liveMeeting();
    const lines = Array.from({ length: 600 }, (_, i) => job.line(i + 1));
    await job.send(lines.slice(0, 500));
    await job.send(lines.slice(500));
    const first = await transcript(ana);
    const rest = await transcript(ana, first.next ?? '');
    expect([first.lines.length, first.more, rest.lines.length, rest.more]).toEqual([500, true, 100, false]);
  });

  it('are stored around one bad line, whose place a gap takes', async () => {
    const { ana, job } = await liveMeeting();
    const bad = [
      job.line(2, { text: 'NUL \0 inside' }),
      job.line(3, { text: `lone ${'\ud800'} surrogate` }),
      job.line(4, { text: 'x'.repeat(1_000_000) }),
      job.line(5, { startMs: 9e12 }),
      job.line(6, { epoch: 7 }),
      { ...job.line(7), seq: 'seven' },
      null,
    ];
    const answer = await job.send([job.line(1), ...bad, job.line(8)]);
    expect(answer.status).toBe(200);
    expect((answer.body as { rejected: { seq: number | null }[] }).rejected.map((each) => each.seq)).toEqual([
      2,
      3,
      4,
      5,
      6,
      null,
      null,
    ]);
    const { lines } = await transcript(ana);
    expect(lines.map((line) => [line.seq, line.kind])).toEqual([
      [1, 'speech'],
      [2, 'gap'],
      [3, 'gap'],
      [4, 'gap'],
      [5, 'gap'],
      [6, 'gap'],
      [8, 'speech'],
    ]);
    const kept = await database.sql`select 1 from quarantined_lines where meeting_id = ${ana.meeting.id}`;
    expect(kept).toHaveLength(7);
  });

  it('never fail as a batch, whatever text they hold', async () => {
    const { job } = await liveMeeting();
    let seq = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }),
        async (texts) => {
          const answer = await job.send(texts.map((text) => job.line(++seq, { text, speakerName: 'A' })));
          expect(answer.status).toBe(200);
        },
      ),
      { numRuns: 40 },
    );
    const [row] = await database.sql`
      select count(*)::int as n from transcript_lines where segment_id like 'TR_1-%' or kind = 'gap'`;
    expect(row?.n).toBeGreaterThanOrEqual(seq);
  });

  it('are announced when they are the last of their job: it may have died before anyone saw them', async () => {
    const { ana, job } = await liveMeeting();
    const controls = () => web.rooms.controls.filter((each) => each.room === ana.meeting.id).length;
    await job.send([job.line(1)]);
    expect(controls()).toBe(0);
    await job.send([job.line(2)], true);
    await job.send([job.line(2)], true);
    expect(controls()).toBe(1);
  });

  it('are taken after the end too, and late ones of an older epoch are announced', async () => {
    const { ana, job } = await liveMeeting();
    await database.sql`update meetings set last_epoch = 2 where id = ${ana.meeting.id}`;
    await job.send([job.line(1)]);
    expect(web.rooms.controls.at(-1)).toEqual({
      room: ana.meeting.id,
      message: { type: 'transcript.changed' },
    });
    await web.request('POST', `/api/meetings/${ana.meeting.id}/end`, { token: ana.apiToken });
    expect((await job.send([job.line(2)], true)).status).toBe(200);
    expect((await transcript(ana)).lines).toHaveLength(2);
    const [epoch] = await database.sql`
      select flushed_at from agent_epochs where meeting_id = ${ana.meeting.id} and epoch = 1`;
    expect(epoch?.flushed_at).not.toBeNull();
  });

  it('have the summary written again when they come after the meeting was completed, once and all together', async () => {
    const { ana, job } = await liveMeeting();
    const { id } = ana.meeting;
    const revised = () =>
      database.sql`select data from event_outbox where name = 'transcript/revised' and data->>'meetingId' = ${id}`;
    await database.sql`update meetings set status = 'completed', line_count = 0 where id = ${id}`;
    await job.send([job.line(1), job.line(2)]);
    expect(await revised()).toEqual([]);
    for (let i = 0; i < 2; i += 1) await job.send([job.line(3)], true);
    expect(await revised()).toEqual([{ data: { meetingId: id, by: 'agent' } }]);
    const [meeting] = await database.sql`select line_count from meetings where id = ${id}`;
    expect(meeting?.line_count).toBe(3);
  });

  it('of a job that is done while the meeting goes on are nothing new', async () => {
    const { ana, job } = await liveMeeting();
    await job.send([job.line(1)], true);
    const events = await database.sql`
      select 1 from event_outbox where name = 'transcript/revised' and data->>'meetingId' = ${ana.meeting.id}`;
    expect(events).toEqual([]);
  });

  it('are refused with the token of a person, of another meeting, or none', async () => {
    const { ana, job } = await liveMeeting();
    const other = await liveMeeting();
    const path = `/api/agent/meetings/${ana.meeting.id}/lines`;
    const status = async (token?: string) =>
      (await web.request('POST', path, { body: { lines: [job.line(1)] }, ...(token ? { token } : {}) }))
        .status;
    expect([await status(ana.apiToken), await status(other.job.token), await status()]).toEqual([
      401, 403, 401,
    ]);
  });
});

describe('the transcript', () => {
  it('is for people of the meeting only', async () => {
    const { ana } = await liveMeeting();
    const other = await liveMeeting();
    const path = `/api/meetings/${ana.meeting.id}/transcript`;
    expect((await web.request('GET', path)).status).toBe(401);
    expect((await web.request('GET', path, { token: other.ana.apiToken })).status).toBe(403);
    expect((await web.request('GET', `${path}?after=one`, { token: ana.apiToken })).status).toBe(400);
  });
});
