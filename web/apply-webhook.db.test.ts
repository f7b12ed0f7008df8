import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Joined } from '../lib/messages.ts';
import { endMeeting } from './end-meeting.ts';
import { reconcile } from './reconcile.ts';
import { latestJob } from './testing/agent-job.ts';
import { shareTestWeb } from './testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

async function liveMeeting(): Promise<{ ana: Joined; roomSid: string }> {
  const { meeting } = await web.createMeeting();
  const ana = await web.join(meeting.code, 'Ana');
  const { sid } = await web.rooms.createRoom(meeting.id, '');
  return { ana, roomSid: sid };
}

let events = 0;
function eventsOf(ana: Joined, roomSid: string) {
  const room = { sid: roomSid, name: ana.meeting.id };
  const participant = { identity: ana.participantId, sid: `PA_${ana.participantId}` };
  const event = (name: string, seconds: number, rest: object) => ({
    event: name,
    id: `EV_${++events}`,
    createdAt: String(1_800_000_000 + seconds),
    room,
    ...rest,
  });
  return {
    joined: event('participant_joined', 0, { participant: { ...participant, joinedAtMs: '1800000000000' } }),
    left: event('participant_left', 60, { participant }),
    finished: event('room_finished', 80, {}),
  };
}

async function stateOf(ana: Joined) {
  const [meeting] = await database.sql`select status, end_reason from meetings where id = ${ana.meeting.id}`;
  const presence = await database.sql`
    select participant_id, joined_at, left_at from presence_intervals where meeting_id = ${ana.meeting.id}`;
  const outbox = await database.sql`select id from event_outbox where data->>'meetingId' = ${ana.meeting.id}`;
  return {
    status: meeting?.status,
    reason: meeting?.end_reason,
    presence: presence.map((each) => [Date.parse(each.joined_at), each.left_at && Date.parse(each.left_at)]),
    events: outbox.length,
  };
}

const finishedState = {
  status: 'ended',
  reason: 'room_finished',
  presence: [[1_800_000_000_000, 1_800_000_060_000]],
  events: 1,
};

describe('webhooks of LiveKit', () => {
  it('end the meeting and tell who was there from when to when', async () => {
    const { ana, roomSid } = await liveMeeting();
    const { joined, left, finished } = eventsOf(ana, roomSid);
    for (const event of [joined, left, finished]) expect(await web.sendWebhook(event)).toBe(204);
    expect(await stateOf(ana)).toEqual(finishedState);
  });

  it('lead to one state in any order and however often they come, once the reconciler has looked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          [0, 1, 2, 0, 1, 2, 0, 1, 2].map((which, i) => ({ which, i })),
          { minLength: 9 },
        ),
        async (order) => {
          const { ana, roomSid } = await liveMeeting();
          const { joined, left, finished } = eventsOf(ana, roomSid);
          for (const { which } of order) await web.sendWebhook([joined, left, finished][which] ?? joined);
          web.rooms.forget(ana.meeting.id);
          await reconcile(web.context);
          await reconcile(web.context, () => Date.now() + 60_000);
          expect(await stateOf(ana)).toEqual({ ...finishedState, reason: expect.any(String) });
        },
      ),
      { numRuns: 15 },
    );
  });

  it('change nothing when replayed', async () => {
    const { ana, roomSid } = await liveMeeting();
    const { joined } = eventsOf(ana, roomSid);
    await web.sendWebhook(joined);
    const before = await stateOf(ana);
    expect(await web.sendWebhook(joined)).toBe(204);
    expect(await stateOf(ana)).toEqual(before);
  });

  it('are refused when forged: another secret, another body, no signature', async () => {
    const { ana, roomSid } = await liveMeeting();
    const { finished } = eventsOf(ana, roomSid);
    expect(await web.sendWebhook(finished, { secret: 'x'.repeat(40) })).toBe(401);
    expect(await web.sendWebhook(finished, { body: JSON.stringify({ ...finished, event: 'x' }) })).toBe(401);
    const bare = await web.request('POST', '/api/webhooks/livekit', { body: finished });
    expect(bare.status).toBe(401);
    expect((await stateOf(ana)).status).toBe('live');
  });

  it('of an earlier room of the same meeting do not end it', async () => {
    const { ana, roomSid } = await liveMeeting();
    const { joined, finished } = eventsOf(ana, `${roomSid}-old`);
    await web.sendWebhook(joined);
    await web.sendWebhook(finished);
    expect((await stateOf(ana)).status).toBe('live');
  });

  it('of a room that nobody reached leave the meeting open for the next join', async () => {
    const { ana, roomSid } = await liveMeeting();
    await web.sendWebhook(eventsOf(ana, roomSid).finished);
    expect((await stateOf(ana)).status).toBe('live');
  });
});

describe(reconcile, () => {
  it('reaches presence and end without a single webhook', async () => {
    const { ana } = await liveMeeting();
    const person = {
      identity: ana.participantId,
      sid: 'PA_x',
      kind: 'standard' as const,
      joinedAt: new Date(),
    };
    web.rooms.enter(ana.meeting.id, person);
    web.rooms.enter(ana.meeting.id, { ...person, identity: 'EG_1', sid: 'PA_y', kind: 'other' });
    await reconcile(web.context);
    expect((await stateOf(ana)).presence).toHaveLength(1);

    web.rooms.forget(ana.meeting.id);
    await reconcile(web.context);
    expect((await stateOf(ana)).status).toBe('live');
    await database.sql`
      update meetings set room_missing_since = now() - interval '1 minute' where id = ${ana.meeting.id}`;
    await reconcile(web.context);
    expect(await stateOf(ana)).toMatchObject({ status: 'ended', reason: 'room_gone', events: 1 });
  });

  it('repairs what the room says of the meeting, and leaves alone what is right', async () => {
    const { ana } = await liveMeeting();
    const right = web.rooms.metadataOf(ana.meeting.id);
    const write = vi.spyOn(web.rooms, 'updateRoomMetadata');
    await reconcile(web.context);
    expect(write).not.toHaveBeenCalled();
    for (const wrong of ['{"v":1}', 'nonsense']) {
      await web.rooms.updateRoomMetadata(ana.meeting.id, wrong);
      await reconcile(web.context);
      expect(JSON.parse(web.rooms.metadataOf(ana.meeting.id) ?? '')).toEqual(JSON.parse(right ?? ''));
    }
  });

  it('takes the room back when people return after a restart of LiveKit', async () => {
    const { ana } = await liveMeeting();
    web.rooms.forget(ana.meeting.id);
    await reconcile(web.context);
    await web.join(ana.meeting.code, 'Ana', { authorization: `Bearer ${ana.apiToken}` });
    const [meeting] =
      await database.sql`select room_missing_since from meetings where id = ${ana.meeting.id}`;
    expect(meeting?.room_missing_since).toBeNull();
  });

  it('sends an agent with the first who returns to a new room, without waiting for the old one to fall silent', async () => {
    const { ana } = await liveMeeting();
    const dispatches = () => web.rooms.dispatched.filter((each) => each.room === ana.meeting.id).length;
    await latestJob(web, ana.meeting.id).heartbeat('listening');
    web.rooms.forget(ana.meeting.id);
    await web.join(ana.meeting.code, 'Ana', { authorization: `Bearer ${ana.apiToken}` });
    await web.join(ana.meeting.code, 'Ben');
    expect(dispatches()).toBe(2);
  });

  it('closes the room of a meeting that ended while LiveKit was away', async () => {
    const { ana } = await liveMeeting();
    web.rooms.reachable = false;
    await endMeeting(web.context, { id: ana.meeting.id, reason: 'host' });
    web.rooms.reachable = true;
    await reconcile(web.context);
    expect(await web.rooms.listRooms([ana.meeting.id])).toEqual(new Map());
    expect(web.rooms.controls).toContainEqual({ room: ana.meeting.id, message: { type: 'meeting.ended' } });
  });

  it('leaves rooms alone that are not of a meeting here', async () => {
    await web.rooms.createRoom('lunch', '');
    await web.rooms.createRoom('mtg_01JD0000000000000000000000', '');
    await reconcile(web.context);
    expect(await web.rooms.listRooms(['lunch', 'mtg_01JD0000000000000000000000'])).toHaveProperty('size', 2);
  });

  it('does not end a meeting whose people come back while it looks', async () => {
    const { ana, roomSid } = await liveMeeting();
    await web.sendWebhook(eventsOf(ana, roomSid).joined);
    web.rooms.forget(ana.meeting.id);
    await database.sql`
      update meetings set room_missing_since = now() - interval '1 minute' where id = ${ana.meeting.id}`;
    const { listRooms } = web.rooms;
    web.rooms.listRooms = async (names) => {
      const listed = await listRooms(names);
      await web.join(ana.meeting.code, 'Ana', { authorization: `Bearer ${ana.apiToken}` });
      return listed;
    };
    await reconcile(web.context);
    web.rooms.listRooms = listRooms;
    const [meeting] = await database.sql`
      select status, room_missing_since from meetings where id = ${ana.meeting.id}`;
    expect(meeting).toEqual({ status: 'live', room_missing_since: null });
  });

  it('does not take someone for gone who came while it looked', async () => {
    const { ana, roomSid } = await liveMeeting();
    const { listParticipants } = web.rooms;
    web.rooms.listParticipants = async (room) => {
      const listed = await listParticipants(room);
      if (room === ana.meeting.id) await web.sendWebhook(eventsOf(ana, roomSid).joined);
      return listed;
    };
    await reconcile(web.context);
    web.rooms.listParticipants = listParticipants;
    expect((await stateOf(ana)).presence).toEqual([[1_800_000_000_000, null]]);
  });
});

describe(endMeeting, () => {
  it('waits for a join that is under way, so that no room outlives the meeting', async () => {
    const { ana } = await liveMeeting();
    const reached = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const { createRoom } = web.rooms;
    web.rooms.createRoom = async (name, metadata) => {
      reached.resolve();
      await gate.promise;
      return createRoom(name, metadata);
    };
    const joining = web.join(ana.meeting.code, 'Ben');
    await reached.promise;
    web.rooms.createRoom = createRoom;
    const ending = endMeeting(web.context, { id: ana.meeting.id, reason: 'host' });
    await sleep(200);
    gate.resolve();
    await Promise.all([joining, ending]);
    expect(await web.rooms.listRooms([ana.meeting.id])).toEqual(new Map());
  });
});
