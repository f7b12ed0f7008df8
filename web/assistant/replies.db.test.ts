import { beforeEach, describe, expect, it } from 'vitest';
import { grantEpoch, recordAgentHeartbeat } from '../../db/queries/epochs.ts';
import type { Reply } from '../../lib/assistant-messages.ts';
import { createId } from '../../lib/ids.ts';
import type { Joined } from '../../lib/messages.ts';
import { latestJob } from '../testing/agent-job.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;
let ana: Joined;
let ben: Joined;
beforeEach(async () => {
  await database.sql`delete from users`;
  const { meeting, hostCookie } = await web.createMeeting();
  ana = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  ben = await web.join(meeting.code, 'Ben');
});

const replyOf = (change: Partial<Reply> = {}): Reply => ({
  id: createId('rpl'),
  kind: 'question',
  asker: { id: ben.participantId, name: 'Ben' },
  question: 'When do we launch?',
  cause: null,
  audience: 'all',
  text: 'On Friday [1.3].',
  citations: [{ epoch: 1, seq: 3 }],
  by: 'rules',
  spoken: false,
  state: 'done',
  atMs: 0,
  ...change,
});
const save = (reply: Reply) =>
  web.request('POST', `/api/agent/meetings/${ana.meeting.id}/replies`, {
    body: reply,
    token: latestJob(web, ana.meeting.id).token,
  });
const read = async ({ apiToken, meeting }: Joined) => {
  const { body } = await web.request('GET', `/api/meetings/${meeting.id}/replies`, { token: apiToken });
  return (body as { replies: Reply[] }).replies;
};

describe('answers', () => {
  it('for one person are read by that person alone', async () => {
    const forAll = replyOf();
    const forBen = replyOf({ audience: 'me', text: 'Only for Ben.' });
    await save(forAll);
    await save(forBen);
    expect((await read(ana)).map(({ id }) => id)).toEqual([forAll.id]);
    expect(await read(ben)).toEqual([
      { ...forAll, atMs: expect.any(Number) },
      { ...forBen, atMs: expect.any(Number) },
    ]);
  });

  it('grow while they are written, and stay as they are afterwards', async () => {
    const reply = replyOf({ state: 'writing', text: 'On', citations: [] });
    await save(reply);
    await save({ ...reply, text: 'On Friday', state: 'interrupted' });
    expect((await save({ ...reply, text: 'On', state: 'writing' })).status).toBe(204);
    expect(await read(ana)).toMatchObject([{ text: 'On Friday', state: 'interrupted' }]);
  });

  it('that a killed job left unfinished count as interrupted', async () => {
    await save(replyOf({ state: 'writing' }));
    await recordAgentHeartbeat(database.db, { meetingId: ana.meeting.id, epoch: 1, state: 'listening' });
    expect(await read(ana)).toMatchObject([{ state: 'writing' }]);
    const epoch = await grantEpoch(database.db, ana.meeting.id);
    await recordAgentHeartbeat(database.db, { meetingId: ana.meeting.id, epoch, state: 'listening' });
    expect(await read(ana)).toMatchObject([{ state: 'interrupted' }]);
  });

  it('cannot be both private and spoken, be for nobody, or for somebody of another meeting', async () => {
    const other = await web.createMeeting();
    const eve = await web.join(other.meeting.code, 'Eve');
    const refused = [
      replyOf({ audience: 'me', spoken: true }),
      replyOf({ audience: 'me', asker: null }),
      replyOf({ asker: { id: eve.participantId, name: 'Eve' } }),
    ];
    for (const reply of refused) expect((await save(reply)).status).toBe(400);
    expect(await read(ana)).toEqual([]);
  });

  it('greet once, also when two jobs greet at the same moment', async () => {
    const greetings = [1, 2, 3].map(() => replyOf({ kind: 'greeting', asker: null }));
    const statuses = (await Promise.all(greetings.map(save))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([204, 409, 409]);
    expect(await read(ana)).toHaveLength(1);
  });
});
