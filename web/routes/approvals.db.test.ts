import { beforeEach, describe, expect, it } from 'vitest';
import { expireApprovals } from '../../db/queries/expire-approvals.ts';
import type { ActionLog, ApprovalList, ApprovalView } from '../../lib/assistant-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import { answerProposal, decisionPath, proposeTo, setPresent } from '../testing/proposals.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;
let ana: Joined;
let ben: Joined;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  ana = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  ben = await web.join(meeting.code, 'Ben');
  await setPresent(web, ana, true);
  await setPresent(web, ben, true);
});

const outcomeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { error?: { code: string } }).error?.code ?? (body as { approval: ApprovalView }).approval.state,
];
const actionsOf = ({ id }: ApprovalView) =>
  database.sql`select digest, status from actions where approval_id = ${id}`;
const eventsOf = ({ meetingId }: ApprovalView) =>
  database.sql`select name, data from event_outbox where name = 'action/approved'
    and data->>'meetingId' = ${meetingId}`;
const newsOf = ({ id }: ApprovalView) =>
  database.sql`select type from agent_events where approval_id = ${id} order by id`;
const logOf = async (person: Joined) => {
  const path = `/api/meetings/${person.meeting.id}/actions`;
  const { body } = await web.request('GET', path, { token: person.apiToken });
  return (body as ActionLog).log.map(({ event, by }) => [event, by?.name ?? null]);
};

describe('approving', () => {
  it('makes the action, its event, the news for the agent and the log entry together', async () => {
    const approval = await proposeTo(web, ben);
    expect(outcomeOf(await answerProposal(web, ben, approval))).toEqual([200, 'approved']);
    expect(await actionsOf(approval)).toMatchObject([{ digest: approval.digest, status: 'waiting' }]);
    expect(await eventsOf(approval)).toHaveLength(1);
    expect(await newsOf(approval)).toMatchObject([{ type: 'approval.decided' }]);
    expect(await logOf(ben)).toEqual([
      ['proposed', 'Ben'],
      ['approved', 'Ben'],
    ]);
  });

  it('counts the first of many answers at the same moment, and tells the others', async () => {
    const approval = await proposeTo(web, ben);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        answerProposal(web, ben, approval, index % 2 === 0 ? {} : { decision: 'reject' }),
      ),
    );
    const codes = answers.map((answer) => outcomeOf(answer)[1]);
    expect(codes.filter((code) => code === 'already_decided')).toHaveLength(11);
    const [winner] = codes.filter((code) => code !== 'already_decided');
    expect(await actionsOf(approval)).toHaveLength(winner === 'approved' ? 1 : 0);
    expect(await eventsOf(approval)).toHaveLength(winner === 'approved' ? 1 : 0);
    expect(await newsOf(approval)).toHaveLength(1);
    expect((await logOf(ben)).filter(([event]) => event === 'refused')).toHaveLength(11);
  });

  it('does nothing at all when a part of it fails', async () => {
    const approval = await proposeTo(web, ben);
    await database.sql`alter table event_outbox add constraint broken check (name <> 'action/approved') not valid`;
    expect((await answerProposal(web, ben, approval)).status).toBe(500);
    await database.sql`alter table event_outbox drop constraint broken`;
    expect(await actionsOf(approval)).toHaveLength(0);
    expect(await newsOf(approval)).toHaveLength(0);
    expect(outcomeOf(await answerProposal(web, ben, approval))).toEqual([200, 'approved']);
  });

  it('is refused for what the person did not see', async () => {
    const approval = await proposeTo(web, ben);
    const other = { ...approval, digest: 'f'.repeat(64) };
    expect(outcomeOf(await answerProposal(web, ben, other))).toEqual([409, 'approval_changed']);
    expect(await actionsOf(approval)).toHaveLength(0);
  });

  it('is possible on the page of a meeting that has ended', async () => {
    const approval = await proposeTo(web, ben);
    await web.request('POST', `/api/meetings/${ana.meeting.id}/end`, { token: ana.apiToken });
    expect(outcomeOf(await answerProposal(web, ben, approval))).toEqual([200, 'approved']);
  });
});

describe('editing', () => {
  it('runs what the person made of it, and keeps what was proposed', async () => {
    const approval = await proposeTo(web, ben);
    const answer = await answerProposal(web, ben, approval, {
      decision: 'edit',
      arguments: { text: 'We launch on Monday.' },
    });
    const { approval: edited } = answer.body as { approval: ApprovalView };
    expect(edited).toMatchObject({
      state: 'edited',
      arguments: { text: 'We launch on Monday.' },
      decision: { by: { name: 'Ben' }, original: approval.arguments },
    });
    expect(edited.digest).not.toBe(approval.digest);
    expect(await actionsOf(approval)).toMatchObject([{ digest: edited.digest }]);
  });

  it('without a change is an approval', async () => {
    const approval = await proposeTo(web, ben);
    const change = { decision: 'edit', arguments: approval.arguments };
    expect(outcomeOf(await answerProposal(web, ben, approval, change))).toEqual([200, 'approved']);
  });

  it('is held to the rules of the tool, and leaves the proposal as it was', async () => {
    const approval = await proposeTo(web, ben);
    const edit = (args: object) => answerProposal(web, ben, approval, { decision: 'edit', arguments: args });
    expect(outcomeOf(await edit({}))).toEqual([422, 'invalid_arguments']);
    expect(outcomeOf(await edit({ text: '\0' }))).toEqual([422, 'invalid_arguments']);
    expect(outcomeOf(await edit({ text: 'x'.repeat(30_000) }))).toEqual([422, 'invalid_arguments']);
    expect(outcomeOf(await answerProposal(web, ben, approval))).toEqual([200, 'approved']);
  });
});

describe('rejecting', () => {
  it('runs nothing and keeps the reason', async () => {
    const approval = await proposeTo(web, ben);
    const answer = await answerProposal(web, ben, approval, { decision: 'reject', reason: 'Not\u202e now.' });
    expect((answer.body as { approval: ApprovalView }).approval).toMatchObject({
      state: 'rejected',
      action: null,
      decision: { reason: 'Not now.' },
    });
    expect(await actionsOf(approval)).toHaveLength(0);
    expect(await eventsOf(approval)).toHaveLength(0);
  });
});

describe('who may decide', () => {
  const mine = async (person: Joined) => {
    const path = `/api/meetings/${person.meeting.id}/approvals`;
    return ((await web.request('GET', path, { token: person.apiToken })).body as ApprovalList).mine;
  };

  it('is whoever was asked, and a host when they have left', async () => {
    const approval = await proposeTo(web, ben);
    expect([await mine(ben), await mine(ana)]).toEqual([[approval.id], []]);
    expect(outcomeOf(await answerProposal(web, ana, approval))).toEqual([403, 'forbidden']);
    await setPresent(web, ben, false);
    expect([await mine(ben), await mine(ana)]).toEqual([[approval.id], [approval.id]]);
    expect(outcomeOf(await answerProposal(web, ana, approval))).toEqual([200, 'approved']);
    expect(await logOf(ana)).toContainEqual(['refused', 'Ana']);
  });

  it('is nobody without an office, from another meeting, or without a name', async () => {
    const approval = await proposeTo(web, ana);
    await setPresent(web, ana, false);
    expect(outcomeOf(await answerProposal(web, ben, approval))).toEqual([403, 'forbidden']);
    const { meeting } = await web.createMeeting();
    const eve = await web.join(meeting.code, 'Eve');
    expect(outcomeOf(await answerProposal(web, eve, approval))).toEqual([403, 'forbidden']);
    const elsewhere = { ...approval, meetingId: meeting.id };
    expect(outcomeOf(await answerProposal(web, eve, elsewhere))).toEqual([404, 'not_found']);
    const unknown = { ...elsewhere, id: 'apr_01JD0000000000000000000000' as const };
    expect(outcomeOf(await answerProposal(web, eve, unknown))).toEqual([404, 'not_found']);
    const path = decisionPath(approval);
    const body = { decision: 'approve', digest: approval.digest };
    expect((await web.request('POST', path, { body })).status).toBe(401);
  });

  it('is nobody who was removed, and the log says that they tried', async () => {
    const approval = await proposeTo(web, ben);
    await web.request('POST', `/api/meetings/${ana.meeting.id}/people/${ben.participantId}/remove`, {
      token: ana.apiToken,
    });
    expect(outcomeOf(await answerProposal(web, ben, approval))).toEqual([403, 'removed']);
    expect(await logOf(ana)).toContainEqual(['refused', 'Ben']);
  });
});

describe('taking back', () => {
  const withdraw = (person: Joined, approval: ApprovalView) =>
    web.request('POST', decisionPath(approval), {
      body: { decision: 'withdraw' },
      token: person.apiToken,
    });
  const listed = async (person: Joined) => {
    const path = `/api/meetings/${person.meeting.id}/approvals`;
    const { mine, withdrawable } = (await web.request('GET', path, { token: person.apiToken }))
      .body as ApprovalList;
    return { mine, withdrawable };
  };

  it('is for who asked and for hosts, before anybody has decided; nothing runs then', async () => {
    const cleo = await web.join(ana.meeting.code, 'Cleo');
    await setPresent(web, cleo, true);
    const approval = await proposeTo(web, ben, { approver: 'Cleo' });
    expect(await listed(ben)).toEqual({ mine: [], withdrawable: [approval.id] });
    expect(await listed(ana)).toEqual({ mine: [], withdrawable: [approval.id] });
    expect(await listed(cleo)).toEqual({ mine: [approval.id], withdrawable: [] });
    expect(outcomeOf(await withdraw(cleo, approval))).toEqual([403, 'forbidden']);
    expect(outcomeOf(await withdraw(ben, approval))).toEqual([200, 'cancelled']);
    expect(outcomeOf(await answerProposal(web, cleo, approval))).toEqual([409, 'already_decided']);
    expect(await actionsOf(approval)).toHaveLength(0);
    expect(await newsOf(approval)).toMatchObject([{ type: 'approval.decided' }]);
    expect(await logOf(ana)).toContainEqual(['cancelled', 'Ben']);
    const another = await proposeTo(web, ben, { approver: 'Cleo' });
    expect(outcomeOf(await withdraw(ana, another))).toEqual([200, 'cancelled']);
  });

  it('comes too late once it was decided', async () => {
    const approval = await proposeTo(web, ben);
    await answerProposal(web, ben, approval);
    expect(outcomeOf(await withdraw(ben, approval))).toEqual([409, 'already_decided']);
    expect(await actionsOf(approval)).toHaveLength(1);
  });
});

describe('the log', () => {
  it('comes in pages, the newest proposals first, and what waits is never left out', async () => {
    const waiting = await proposeTo(web, ben);
    await database.sql`
      insert into approvals (id, meeting_id, key, tool, arguments, digest, asked_by, approver, state, expires_at)
      select 'apr_7' || lpad(n::text, 25, '0'), ${ana.meeting.id}, 'old-' || n, tool, arguments, digest, asked_by,
        approver, 'rejected', now() from approvals, generate_series(1, 60) as n where id = ${waiting.id}`;
    await database.sql`
      insert into approval_log (meeting_id, approval_id, event)
      select meeting_id, id, 'proposed' from approvals where key like 'old-%' and meeting_id = ${ana.meeting.id}`;
    const path = `/api/meetings/${ana.meeting.id}`;
    const read = async (query: string) =>
      (await web.request('GET', `${path}/${query}`, { token: ben.apiToken })).body as ActionLog;
    const first = await read('actions');
    expect([first.approvals.length, first.log.length, first.more]).toEqual([50, 50, true]);
    const rest = await read(`actions?before=${first.approvals[0]?.id}`);
    expect([rest.approvals.length, rest.more]).toEqual([11, false]);
    expect(rest.approvals[0]?.id).toBe(waiting.id);
    const { approvals } = await read('approvals');
    expect(approvals).toHaveLength(51);
    expect(approvals.map(({ id }) => id)).toContain(waiting.id);
    const odd = await web.request('GET', `${path}/actions?before=x`, { token: ben.apiToken });
    expect(odd.status).toBe(400);
  });

  it('takes so many refused answers to one proposal and no more', async () => {
    const approval = await proposeTo(web, ben);
    for (let i = 0; i < 60; i += 1) await answerProposal(web, ana, approval);
    expect((await logOf(ana)).filter(([event]) => event === 'refused')).toHaveLength(50);
  });
});

describe('silence', () => {
  it('is never an approval: a proposal expires, and an answer after that is refused', async () => {
    const approval = await proposeTo(web, ben);
    await database.sql`update approvals set expires_at = now() - interval '1 second' where id = ${approval.id}`;
    expect(outcomeOf(await answerProposal(web, ben, approval))).toEqual([410, 'approval_expired']);
    const expire = () => database.db.transaction((tx) => expireApprovals(tx));
    await Promise.all([expire(), expire(), expire()]);
    expect(outcomeOf(await answerProposal(web, ben, approval))).toEqual([410, 'approval_expired']);
    expect(await newsOf(approval)).toMatchObject([{ type: 'approval.decided' }]);
    expect(await actionsOf(approval)).toHaveLength(0);
    expect((await logOf(ben)).map(([event]) => event)).toEqual(['proposed', 'refused', 'expired', 'refused']);
  });
});

describe('an account', () => {
  it('is the same account on another device', async () => {
    const { cookie } = await web.signIn('owner@example.test');
    const { meeting } = await web.createMeeting(cookie);
    const here = await web.join(meeting.code, 'Ana', { cookie });
    const approval = await proposeTo(web, here);
    const path = decisionPath(approval);
    const body = { decision: 'approve', digest: approval.digest };
    const answer = await web.request('POST', path, { body, headers: { cookie } });
    expect(outcomeOf(answer)).toEqual([200, 'approved']);
  });
});
