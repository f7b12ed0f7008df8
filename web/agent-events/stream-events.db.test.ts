import { beforeEach, describe, expect, it, vi } from 'vitest';
import { grantEpoch, recordAgentHeartbeat } from '../../db/queries/epochs.ts';
import type { Briefing } from '../../lib/assistant-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import { latestJob } from '../testing/agent-job.ts';
import { openEventStream } from '../testing/event-stream.ts';
import { answerProposal, proposeTo, setPresent } from '../testing/proposals.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';
import { createTestWeb } from '../testing/test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;
let ana: Joined;
beforeEach(async () => {
  const { meeting } = await web.createMeeting();
  ana = await web.join(meeting.code, 'Ana');
  await setPresent(web, ana, true);
  await latestJob(web, ana.meeting.id).heartbeat('listening');
});

const listeners = () =>
  database.sql`select 1 from pg_stat_activity where datname = current_database() and query like 'listen%'`;

describe('the stream of an agent job', () => {
  it('brings a decision within moments, from whichever web process it came', async () => {
    const other = createTestWeb(database);
    await using stream = await openEventStream(web, ana.meeting.id);
    const approval = await proposeTo(web, ana);
    const coming = stream.next();
    const asked = performance.now();
    await answerProposal(other, ana, approval);
    const event = await coming;
    expect(event).toMatchObject({
      event: 'approval.decided',
      data: { type: 'approval.decided', approval: { id: approval.id, state: 'approved' } },
    });
    // Woken, not polled.
    expect(performance.now() - asked).toBeLessThan(1_500);
  });

  it('goes on behind the event that is known, and leaves none out', async () => {
    const decided = [];
    for (let index = 0; index < 3; index += 1) {
      const approval = await proposeTo(web, ana);
      await answerProposal(web, ana, approval, { decision: 'reject' });
      decided.push(approval.id);
    }
    await using first = await openEventStream(web, ana.meeting.id);
    const idOf = (event: unknown) => (event as { data: { approval: { id: string } } }).data.approval.id;
    const known = await first.next();
    expect(idOf(known)).toBe(decided[0]);
    await using second = await openEventStream(web, ana.meeting.id, { lastEventId: known?.id });
    expect([idOf(await second.next()), idOf(await second.next())]).toEqual(decided.slice(1));
    const odd = await openEventStream(web, ana.meeting.id, { lastEventId: 'x' });
    expect(odd.status).toBe(400);
  });

  it('never skips an event whose transaction was slower than a later one', async () => {
    const approvals = [await proposeTo(web, ana), await proposeTo(web, ana), await proposeTo(web, ana)];
    await using stream = await openEventStream(web, ana.meeting.id);
    await Promise.all(approvals.map((approval) => answerProposal(web, ana, approval)));
    const seen = [await stream.next(), await stream.next(), await stream.next()];
    const ids = seen.map((event) => Number(event?.id));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(new Set(ids).size).toBe(3);
  });

  it('ends for a job that is not in charge any more, which then need not come back', async () => {
    await using stream = await openEventStream(web, ana.meeting.id);
    const { token } = latestJob(web, ana.meeting.id);
    const approval = await proposeTo(web, ana);
    const epoch = await grantEpoch(database.db, ana.meeting.id);
    await recordAgentHeartbeat(database.db, { meetingId: ana.meeting.id, epoch, state: 'listening' });
    await answerProposal(web, ana, approval);
    expect(await stream.next()).toBeNull();
    expect((await openEventStream(web, ana.meeting.id, { token })).status).toBe(409);
  });

  it('keeps no connection to Postgres when nobody reads', async () => {
    const stream = await openEventStream(web, ana.meeting.id);
    const coming = stream.next();
    await vi.waitFor(async () => expect(await listeners()).not.toHaveLength(0), { timeout: 5_000 });
    await stream[Symbol.asyncDispose]();
    await coming;
    await vi.waitFor(async () => expect(await listeners()).toHaveLength(0), { timeout: 5_000 });
  });
});

describe('the briefing of an agent that comes in the middle', () => {
  it('has the people, what waits, and what its predecessor cannot have heard', async () => {
    await using stream = await openEventStream(web, ana.meeting.id);
    const heard = await proposeTo(web, ana);
    await answerProposal(web, ana, heard);
    const known = await stream.next();
    await latestJob(web, ana.meeting.id).heartbeat('listening');
    const missed = await proposeTo(web, ana);
    await answerProposal(web, ana, missed);
    const waiting = await proposeTo(web, ana);

    const epoch = await grantEpoch(database.db, ana.meeting.id);
    const token = await web.context.tokens.signAgent({ meetingId: ana.meeting.id, epoch });
    const { body } = await web.request('GET', `/api/agent/meetings/${ana.meeting.id}/briefing`, { token });
    const briefing = body as Briefing;
    expect(briefing).toMatchObject({
      people: [{ name: 'Ana', present: true, hasAddress: false }],
      greeted: false,
      pending: [{ id: waiting.id }],
      lastEventId: known?.id,
    });
    await using next = await openEventStream(web, ana.meeting.id, {
      token,
      lastEventId: briefing.lastEventId,
    });
    expect(await next.next()).toMatchObject({ data: { approval: { id: missed.id } } });
  });
});
