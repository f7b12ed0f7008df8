import { beforeEach, describe, expect, it } from 'vitest';
import type { ApprovalView } from '../../lib/assistant-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import { personCookie } from '../remembered-person.ts';
import { decisionPath, proposeTo, setPresent } from '../testing/proposals.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';
import { personOf } from './person-of.ts';

const web = await shareTestWeb();
let ana: Joined;
let ben: Joined;
let approval: ApprovalView;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  ana = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  ben = await web.join(meeting.code, 'Ben');
  await setPresent(web, ben, true);
  approval = await proposeTo(web, ben);
});

const cookieOf = ({ meeting, apiToken }: Joined) => `${personCookie(meeting.id)}=${apiToken}`;
const read = (what: string, cookie: string) =>
  web.request('GET', `/api/meetings/${ben.meeting.id}/${what}`, { headers: { cookie } });
const approveBy = (cookie: string) =>
  web.request('POST', decisionPath(approval), {
    body: { decision: 'approve', digest: approval.digest },
    headers: { cookie },
  });

describe(personOf, () => {
  it('knows a guest by the cookie of their join, who then reads and decides on the page of a meeting', async () => {
    await web.request('POST', `/api/meetings/${ana.meeting.id}/end`, { token: ana.apiToken });
    const cookie = cookieOf(ben);
    expect(await read('approvals', cookie)).toMatchObject({
      status: 200,
      body: { approvals: [{ id: approval.id }], mine: [approval.id] },
    });
    expect(await read('replies', cookie)).toMatchObject({ status: 200, body: { replies: [] } });
    expect(await approveBy(cookie)).toMatchObject({
      status: 200,
      body: { approval: { state: 'approved', decision: { by: { name: 'Ben' } } } },
    });
  });

  it('takes no cookie of a removed person, and none of another meeting', async () => {
    await web.request('POST', `/api/meetings/${ana.meeting.id}/people/${ben.participantId}/remove`, {
      token: ana.apiToken,
    });
    expect((await approveBy(cookieOf(ben))).status).toBe(403);
    const { meeting } = await web.createMeeting();
    const eve = await web.join(meeting.code, 'Eve');
    expect((await approveBy(`${personCookie(ben.meeting.id)}=${eve.apiToken}`)).status).toBe(401);
  });

  it('is not the account that left its cookie here when somebody else has signed in since', async () => {
    const owner = await web.signIn('owner@example.test');
    const other = await web.signIn('other@example.test');
    const { meeting } = await web.createMeeting(owner.cookie);
    const host = await web.join(meeting.code, 'Ana', { cookie: owner.cookie });
    approval = await proposeTo(web, host);
    expect((await approveBy(`${other.cookie}; ${cookieOf(host)}`)).status).toBe(404);
    expect((await approveBy(`${owner.cookie}; ${cookieOf(host)}`)).status).toBe(200);
  });
});
