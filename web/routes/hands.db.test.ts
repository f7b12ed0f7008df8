import { beforeEach, describe, expect, it } from 'vitest';
import { handsSchema } from '../../lib/hand-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import { settleHands } from '../hands/change-hands.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

let host: Joined;
let ben: Joined;
let cleo: Joined;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  host = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  ben = await web.join(meeting.code, 'Ben');
  cleo = await web.join(meeting.code, 'Cleo');
  web.rooms.controls.length = 0;
});

async function act(by: Joined, path: string, body: object) {
  const answer = await web.request('POST', `/api/meetings/${host.meeting.id}/${path}`, {
    body,
    token: by.apiToken,
  });
  return answer.status < 300 ? answer.status : (answer.body as { error: { code: string } }).error.code;
}
const raise = (by: Joined, raised = true) => act(by, 'hand', { raised });
const lower = (by: Joined, whose?: Joined) =>
  act(by, 'hands/lower', whose ? { personId: whose.participantId } : {});
async function queue() {
  const { body } = await web.request('GET', `/api/meetings/${host.meeting.id}/hands`, {
    token: ben.apiToken,
  });
  const people = new Map([host, ben, cleo].map(({ participantId, name }) => [participantId, name]));
  return handsSchema.parse(body).hands.map((id) => people.get(id));
}

describe('raised hands', () => {
  it('stand in the order of raising, and raising again keeps the place', async () => {
    await raise(cleo);
    await raise(ben);
    await raise(cleo);
    expect(await queue()).toEqual(['Cleo', 'Ben']);
    await raise(cleo, false);
    await raise(cleo);
    expect(await queue()).toEqual(['Ben', 'Cleo']);
  });

  it('are shown to everyone, with a number that only grows', async () => {
    await Promise.all([raise(ben), raise(cleo), raise(host)]);
    const shown = web.rooms.controls.map(({ message }) => message);
    const versions = shown.map((message) => (message.type === 'hands.changed' ? message.version : 0));
    expect(versions.toSorted()).toEqual([1, 2, 3]);
    const last = shown[versions.indexOf(3)];
    expect(last).toMatchObject({ type: 'hands.changed', by: null });
    expect(last?.type === 'hands.changed' && last.hands).toHaveLength(3);
  });

  it('are lowered by hosts, one or all, who are named', async () => {
    for (const each of [ben, cleo]) await raise(each);
    expect(await lower(ben, cleo)).toBe('forbidden');
    await lower(host, ben);
    expect(await queue()).toEqual(['Cleo']);
    await raise(ben);
    await lower(host);
    expect(await queue()).toEqual([]);
    expect(web.rooms.controls.at(-1)?.message).toMatchObject({ by: 'Ana', hands: [] });
  });

  it('go down when somebody leaves', async () => {
    for (const each of [ben, cleo]) await raise(each);
    await act(ben, 'leave', {});
    expect(await queue()).toEqual(['Cleo']);
  });

  it('stay up while somebody reconnects, and go down when they do not come back', async () => {
    await raise(ben);
    await settleHands(web.context, host.meeting.id);
    expect(await queue()).toEqual(['Ben']);
    await database.sql`update raised_hands set raised_at = now() - interval '20 seconds'`;
    await database.sql`
      insert into presence_intervals (id, meeting_id, participant_id, participant_sid, joined_at, left_at)
      values ('pre_1', ${host.meeting.id}, ${ben.participantId}, 'PA_1', now() - interval '1 minute', now())`;
    await settleHands(web.context, host.meeting.id);
    expect(await queue()).toEqual(['Ben']);
    await database.sql`update presence_intervals set left_at = now() - interval '20 seconds' where id = 'pre_1'`;
    await settleHands(web.context, host.meeting.id);
    expect(await queue()).toEqual([]);
  });

  it('are none after the meeting', async () => {
    await raise(ben);
    await act(host, 'end', {});
    expect([await queue(), await raise(ben)]).toEqual([[], 'meeting_ended']);
  });
});

describe('a reaction', () => {
  it('is shown with the name that web knows, and not kept', async () => {
    expect(await act(ben, 'reactions', { reaction: '🎉' })).toBe(204);
    expect(web.rooms.controls.map(({ message }) => message)).toEqual([
      { type: 'reaction', personId: ben.participantId, name: 'Ben', reaction: '🎉' },
    ]);
  });

  it('is one of a few, and no flood', async () => {
    expect(await act(ben, 'reactions', { reaction: '💣' })).toBe('bad_request');
    const flood = await Promise.all(
      Array.from({ length: 15 }, () => act(ben, 'reactions', { reaction: '👍' })),
    );
    expect(flood.filter((answer) => answer === 'rate_limited')).toHaveLength(5);
  });
});
