import { beforeEach, describe, expect, it } from 'vitest';
import type { Joined } from '../lib/messages.ts';
import { agentIdentity } from '../lib/messages.ts';
import { watchAgents } from './agent-watch.ts';
import { latestJob } from './testing/agent-job.ts';
import { shareTestWeb } from './testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;
let ana: Joined;
beforeEach(async () => {
  await database.sql`update meetings set status = 'completed'`;
  const { meeting } = await web.createMeeting();
  ana = await web.join(meeting.code, 'Ana');
  await setWorkers(true);
});

async function setWorkers(present: boolean): Promise<void> {
  await database.sql`delete from process_heartbeats`;
  if (present) {
    await database.sql`
      insert into process_heartbeats (instance, part, details) values ('wrk_1', 'agent', '{}')`;
  }
}

/** Lets time pass for the agents of the meeting, as the database sees it. */
async function pass(seconds: number): Promise<void> {
  await database.sql`
    update agent_epochs set granted_at = granted_at - ${seconds} * interval '1 second',
      joined_at = joined_at - ${seconds} * interval '1 second',
      last_heartbeat_at = last_heartbeat_at - ${seconds} * interval '1 second'`;
  await database.sql`update meetings set started_at = started_at - ${seconds} * interval '1 second'`;
}

const dispatches = () => web.rooms.dispatched.filter((each) => each.room === ana.meeting.id).length;
const gaps = () =>
  database.sql`select after_epoch, end_ms, reason from transcript_gaps where meeting_id = ${ana.meeting.id}`;

describe(watchAgents, () => {
  it('leaves a listening agent alone', async () => {
    await latestJob(web, ana.meeting.id).heartbeat('listening');
    await watchAgents(web.context);
    expect(dispatches()).toBe(1);
  });

  it('replaces a silent agent, removes it when the new one listens, and keeps the gap', async () => {
    const first = latestJob(web, ana.meeting.id);
    await first.heartbeat('listening');
    web.rooms.enter(ana.meeting.id, {
      identity: agentIdentity(ana.meeting.id, 1),
      sid: 'PA_1',
      kind: 'agent',
      joinedAt: new Date(),
    });
    await pass(10);
    await watchAgents(web.context);
    await watchAgents(web.context);
    expect(dispatches()).toBe(2);
    expect(await gaps()).toMatchObject([{ after_epoch: 1, end_ms: null, reason: 'agent_lost' }]);

    const second = latestJob(web, ana.meeting.id);
    expect(second.epoch).toBe(2);
    expect(await second.heartbeat('listening')).toEqual({ superseded: false, ended: false });
    expect(await web.rooms.listParticipants(ana.meeting.id)).toEqual([]);
    const [gap] = await gaps();
    expect(gap?.end_ms).toBeGreaterThanOrEqual(9_000);
    expect(await first.heartbeat('listening')).toEqual({ superseded: true, ended: false });
  });

  it('replaces an agent that said goodbye at once', async () => {
    await latestJob(web, ana.meeting.id).heartbeat('leaving');
    await watchAgents(web.context);
    expect(dispatches()).toBe(2);
  });

  it('uses up no epoch while no worker is there, and dispatches when one comes', async () => {
    await setWorkers(false);
    await pass(10);
    await watchAgents(web.context);
    expect(dispatches()).toBe(1);
    expect(await gaps()).toMatchObject([{ reason: 'agent_late' }]);
    await setWorkers(true);
    await watchAgents(web.context);
    expect(dispatches()).toBe(2);
  });

  it('dispatches once when several web processes look at the same moment', async () => {
    await latestJob(web, ana.meeting.id).heartbeat('listening');
    await pass(10);
    await Promise.all([watchAgents(web.context), watchAgents(web.context), watchAgents(web.context)]);
    expect(dispatches()).toBe(2);
  });

  it('closes the gap when the agent that fell silent reports again, and lets it go on the next time', async () => {
    const job = latestJob(web, ana.meeting.id);
    await job.heartbeat('listening');
    await setWorkers(false);
    await pass(10);
    await watchAgents(web.context);
    expect(await gaps()).toMatchObject([{ after_epoch: 1, end_ms: null }]);
    await job.heartbeat('listening');
    expect(await gaps()).toMatchObject([{ after_epoch: 1, end_ms: expect.any(Number) }]);
    await pass(20);
    await watchAgents(web.context);
    await watchAgents(web.context);
    expect(await gaps()).toMatchObject([{ after_epoch: 1, end_ms: null }]);
  });

  it('counts an agent whose disk is full as one that listens', async () => {
    const first = latestJob(web, ana.meeting.id);
    await first.heartbeat('listening');
    await pass(10);
    await watchAgents(web.context);
    await latestJob(web, ana.meeting.id).heartbeat('degraded');
    expect(await gaps()).toMatchObject([{ after_epoch: 1, end_ms: expect.any(Number) }]);
    const [epoch] = await database.sql`
      select superseded_at from agent_epochs where meeting_id = ${ana.meeting.id} and epoch = 1`;
    expect(epoch?.superseded_at).not.toBeNull();
  });

  it('closes a gap that a killed web left open', async () => {
    const first = latestJob(web, ana.meeting.id);
    await first.heartbeat('listening');
    await pass(10);
    await watchAgents(web.context);
    const second = latestJob(web, ana.meeting.id);
    await second.heartbeat('listening');
    await database.sql`update transcript_gaps set end_ms = null where meeting_id = ${ana.meeting.id}`;
    await second.heartbeat('listening');
    expect(await gaps()).toMatchObject([{ end_ms: expect.any(Number) }]);
  });

  it('looks after the other meetings when one has lasted for weeks', async () => {
    const { meeting } = await web.createMeeting();
    const old = await web.join(meeting.code, 'Ben');
    await latestJob(web, old.meeting.id).heartbeat('listening');
    await database.sql`
      update meetings set started_at = now() - interval '30 days' where id = ${old.meeting.id}`;
    await latestJob(web, ana.meeting.id).heartbeat('leaving');
    await watchAgents(web.context);
    expect(dispatches()).toBe(2);
  });

  it('tells an agent of an ended meeting to leave, and sends no other', async () => {
    const job = latestJob(web, ana.meeting.id);
    await job.heartbeat('listening');
    await database.sql`update meetings set status = 'ended' where id = ${ana.meeting.id}`;
    expect(await job.heartbeat('listening')).toEqual({ superseded: false, ended: true });
    await pass(10);
    await watchAgents(web.context);
    expect(dispatches()).toBe(1);
  });
});
