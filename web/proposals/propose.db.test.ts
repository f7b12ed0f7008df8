import { beforeEach, describe, expect, it } from 'vitest';
import type { ActionLog, ApprovalView, Propose } from '../../lib/assistant-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import { latestJob } from '../testing/agent-job.ts';
import { answerProposal, proposeTo, sendProposal, setPresent } from '../testing/proposals.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb({ PARLEY_NOW: '2026-03-03T09:00:00Z' });
const { database } = web.context;
let ana: Joined;
let ben: Joined;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  ana = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  ben = await web.join(meeting.code, 'Ben Tanaka');
  await setPresent(web, ana, true);
  await setPresent(web, ben, true);
});

const followUp = {
  title: 'Follow-up',
  startsAt: '2026-03-10T10:00:00+01:00',
  durationMinutes: 30,
  attendees: ['ben'],
};
const schedule = (change: object = {}): Partial<Propose> => ({
  tool: 'scheduleMeeting',
  arguments: { ...followUp, ...change },
});
const errorOf = async (change: Partial<Propose>) => {
  const { status, body } = await sendProposal(web, ben, change);
  const { error } = body as { error: { code: string; message: string } };
  expect(error.message).toMatch(/^[A-Z].*[.?]$/);
  return [status, error.code];
};

describe('a proposal', () => {
  it('is stored as it would run, for the person who asked', async () => {
    const job = latestJob(web, ana.meeting.id);
    await job.send([job.line(1, { speakerName: 'Ben Tanaka', text: 'Nova, schedule a follow-up.' })]);
    const approval = await proposeTo(web, ben, {
      ...schedule({ extra: 'x', title: ' Follow-up ' }),
      cause: { epoch: 1, seq: 1 },
    });
    expect(approval).toMatchObject({
      tool: 'scheduleMeeting',
      arguments: { ...followUp, attendees: ['Ben Tanaka'] },
      askedBy: { name: 'Ben Tanaka' },
      approver: { name: 'Ben Tanaka' },
      cause: { epoch: 1, seq: 1, text: 'Nova, schedule a follow-up.' },
      state: 'pending',
    });
    expect(approval.arguments).not.toHaveProperty('extra');
  });

  it('goes to the person named, by any part of the name', async () => {
    const approval = await proposeTo(web, ana, { ...schedule(), approver: 'TANAKA' });
    expect(approval).toMatchObject({ askedBy: { name: 'Ana' }, approver: { name: 'Ben Tanaka' } });
  });

  it('can be answered for a day, or until the meeting that it is about', async () => {
    const long = await proposeTo(web, ben, schedule());
    expect(long.expiresAtMs - long.createdAtMs).toBe(24 * 3_600_000);
    const soon = await proposeTo(web, ben, schedule({ startsAt: '2026-03-03T09:30:00Z' }));
    const minutes = (soon.expiresAtMs - soon.createdAtMs) / 60_000;
    expect(minutes).toBeGreaterThan(28);
    expect(minutes).toBeLessThanOrEqual(30);
  });

  it('is one for all identical ones in flight, also at the same moment, and a new one afterwards', async () => {
    const job = Array.from({ length: 8 }, () => proposeTo(web, ben, schedule()));
    const ids = new Set((await Promise.all(job)).map(({ id }) => id));
    expect(ids.size).toBe(1);
    const again = await proposeTo(web, ben, schedule({ attendees: ['Ben Tanaka'] }));
    expect(ids).toContain(again.id);
    expect((await proposeTo(web, ana, { ...schedule(), approver: 'ana' })).id).not.toBe(again.id);
    // Approved, and being carried out.
    await answerProposal(web, ben, again);
    expect((await proposeTo(web, ben, schedule())).id).toBe(again.id);
    await database.sql`update actions set status = 'done' where approval_id = ${again.id}`;
    expect((await proposeTo(web, ben, schedule())).id).not.toBe(again.id);
  });

  it('is found again by its key, whatever became of it', async () => {
    const first = await proposeTo(web, ben, { ...schedule(), key: 'call-x' });
    await answerProposal(web, ben, first, { decision: 'reject' });
    const retried = await proposeTo(web, ben, { ...schedule(), key: 'call-x' });
    expect(retried).toMatchObject({ id: first.id, state: 'rejected' });
  });

  it.each<[string, Partial<Propose>, string]>([
    ['a tool that does not exist', { tool: 'wipeEverything' }, 'unknown_tool'],
    ['arguments that do not fit', schedule({ durationMinutes: 'long' }), 'invalid_arguments'],
    ['no arguments', { arguments: null }, 'invalid_arguments'],
    ['too long arguments', { arguments: { text: 'x'.repeat(30_000) } }, 'invalid_arguments'],
    ['a time that is over', schedule({ startsAt: '2026-03-03T08:59:00Z' }), 'past_date'],
    ['a time in ten years', schedule({ startsAt: '2036-03-03T08:59:00Z' }), 'invalid_arguments'],
    [
      'a day that is over',
      { tool: 'createTask', arguments: { text: 'Report', owner: null, due: '2026-03-02' } },
      'past_date',
    ],
    ['an unknown attendee', schedule({ attendees: ['Dora'] }), 'unknown_person'],
    ['an unknown approver', { approver: 'Dora' }, 'unknown_person'],
    ['an approver without the right', { tool: 'endMeeting', arguments: {} }, 'forbidden'],
    ['somebody who was never here', { askedBy: 'par_01JD0000000000000000000000' }, 'not_present'],
  ])('is refused with a sentence for %s', async (_what, change, code) => {
    expect((await errorOf(change))[1]).toBe(code);
  });

  it('is refused where a name means several people, or somebody who has left', async () => {
    const other = await web.join(ana.meeting.code, 'Ben Okoro');
    await setPresent(web, other, true);
    expect(await errorOf(schedule())).toEqual([422, 'ambiguous_person']);
    expect(await errorOf({ approver: 'Ben' })).toEqual([422, 'ambiguous_person']);
    await setPresent(web, other, false);
    expect(await errorOf({ approver: 'Okoro' })).toEqual([422, 'not_present']);
  });

  const peopleOf = async ({ id }: ApprovalView) =>
    (await database.sql`select people from approvals where id = ${id}`)[0]?.people;

  it('means the people who were there when it was made, whoever comes under their names later', async () => {
    const approval = await proposeTo(web, ana, schedule());
    const meant = [{ name: 'Ben Tanaka', id: ben.participantId }];
    expect(await peopleOf(approval)).toEqual(meant);
    await setPresent(web, ben, false);
    const other = await web.join(ana.meeting.code, 'Ben Tanaka');
    await setPresent(web, other, true);
    const edit = { ...approval.arguments, title: 'Another title' };
    const answer = await answerProposal(web, ana, approval, { decision: 'edit', arguments: edit });
    expect(answer.body).toMatchObject({ approval: { state: 'edited', arguments: edit } });
    expect(await peopleOf(approval)).toEqual(meant);
  });

  it('of a mail to everyone names them all, and an edit may not hide who gets it', async () => {
    const mail = { to: [], subject: 'Notes', body: 'We launch.' };
    const approval = await proposeTo(web, ana, { tool: 'sendFollowUpMail', arguments: mail });
    expect(approval.arguments).toEqual({ ...mail, to: ['Ana', 'Ben Tanaka'] });
    expect(await peopleOf(approval)).toHaveLength(2);
    const hide = await answerProposal(web, ana, approval, { decision: 'edit', arguments: mail });
    expect(hide).toMatchObject({ status: 422, body: { error: { message: 'Name at least one person.' } } });
    expect((await answerProposal(web, ana, approval)).status).toBe(200);
  });

  it('keeps the name of a task for somebody who is not here, and means nobody by it', async () => {
    const task = { text: 'Report', owner: 'Zoe', due: null };
    const approval = await proposeTo(web, ana, { tool: 'createTask', arguments: task });
    expect([approval.arguments, await peopleOf(approval)]).toEqual([task, []]);
  });

  it('comes to nothing after the meeting', async () => {
    const token = { token: ana.apiToken };
    await web.request('POST', `/api/meetings/${ana.meeting.id}/end`, token);
    expect(await errorOf(schedule())).toEqual([410, 'meeting_ended']);
  });

  it('is a few of a hundred in a minute, and the rest is told and logged once', async () => {
    const flood = Array.from({ length: 100 }, () => sendProposal(web, ben));
    const answers = (await Promise.all(flood)).map(
      ({ body }) => (body as { error?: { code: string } }).error?.code ?? 'ok',
    );
    const count = (code: string) => answers.filter((each) => each === code).length;
    expect([count('ok'), count('too_many'), count('too_many_told')]).toEqual([5, 1, 94]);
    const log = await web.request('GET', `/api/meetings/${ana.meeting.id}/actions`, { token: ana.apiToken });
    const events = (log.body as ActionLog).log.map(({ event }) => event);
    expect(events.filter((event) => event === 'refused')).toHaveLength(1);
  });

  it('cannot be made by anybody but the agent of that meeting', async () => {
    const path = `/api/agent/meetings/${ana.meeting.id}/proposals`;
    expect((await web.request('POST', path, { token: ana.apiToken, body: {} })).status).toBe(401);
    const other = await web.createMeeting();
    await web.join(other.meeting.code, 'Eve');
    const { token } = latestJob(web, other.meeting.id);
    expect((await web.request('POST', path, { token, body: {} })).status).toBe(403);
  });
});

describe('showing a proposal', () => {
  it('is noted once', async () => {
    const approval: ApprovalView = await proposeTo(web, ben);
    const path = `/api/agent/meetings/${ana.meeting.id}/approvals/${approval.id}/shown`;
    const { token } = latestJob(web, ana.meeting.id);
    await Promise.all([1, 2, 3].map(() => web.request('POST', path, { token })));
    const shown =
      await database.sql`select 1 from approval_log where event = 'shown' and approval_id = ${approval.id}`;
    expect(shown).toHaveLength(1);
  });
});
