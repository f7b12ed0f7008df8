import { EventEmitter } from 'node:events';
import { DisconnectReason, type Room, RoomEvent } from 'livekit-client';
import { describe, expect, test } from 'vitest';
import type { Joined } from '../../../../lib/messages.ts';
import { ApiError } from '../api/api-error.ts';
import { buildJoined } from '../api/testing.ts';
import { createMeetingSession, rejoinDelaysMs, type SessionState } from './meeting-session.ts';

const joined = (token: string) => buildJoined({ token });

/** A room whose connections succeed or fail as told, and a clock that does not wait. */
function buildSession(connections: ('ok' | Error)[], rejoins: (Joined | Error)[] = []) {
  const tokens: string[] = [];
  const published: string[] = [];
  const waits: number[] = [];
  const mediaErrors: string[] = [];
  const refused = new Set<string>();
  const emitter = new EventEmitter();
  const publish = (kind: string) => async (on: boolean) => {
    if (on && refused.has(kind)) throw new DOMException('no', 'NotAllowedError');
    published.push(`${kind} ${on}`);
  };
  const room = Object.assign(emitter, {
    localParticipant: { setMicrophoneEnabled: publish('microphone'), setCameraEnabled: publish('camera') },
    async connect(_url: string, token: string) {
      tokens.push(token);
      const outcome = connections.shift() ?? 'ok';
      if (outcome !== 'ok') throw outcome;
      emitter.emit(RoomEvent.Connected);
    },
    disconnect: async () => void emitter.emit(RoomEvent.Disconnected, DisconnectReason.CLIENT_INITIATED),
  });
  const states: SessionState[] = [];
  const session = createMeetingSession({
    room: room as unknown as Room,
    joined: joined('first'),
    sending: { microphone: true, camera: false },
    async rejoin() {
      const next = rejoins.shift() ?? joined(`rejoined ${tokens.length}`);
      if (next instanceof Error) throw next;
      return next;
    },
    wait: async (ms) => void waits.push(ms),
    onMediaError: (kind) => mediaErrors.push(kind),
  });
  session.subscribe(() => states.push(session.getState()));
  return {
    session,
    room,
    tokens,
    published,
    waits,
    mediaErrors,
    refused,
    states,
    async start() {
      session.start();
      await this.settle();
    },
    settle: () => new Promise((resolve) => setTimeout(resolve)),
    async drop(reason?: DisconnectReason) {
      room.emit(RoomEvent.Disconnected, reason);
      await this.settle();
    },
  };
}

describe(createMeetingSession, () => {
  test('connects with the token of the join and sends what was chosen', async () => {
    const run = buildSession([]);
    await run.start();
    expect(run.tokens).toEqual(['first']);
    expect(run.published).toEqual(['microphone true', 'camera false']);
    expect(run.session.getState()).toEqual({ status: 'connected' });
  });

  test('asks for a new token after a failed attempt: the first one may have expired', async () => {
    const run = buildSession([new Error('no route'), 'ok']);
    await run.start();
    expect(run.tokens).toEqual(['first', 'rejoined 1']);
    expect(run.states.map((state) => state.status)).toEqual(['reconnecting', 'connected']);
  });

  test('comes back by itself with a new token, and sends again what was on', async () => {
    const run = buildSession([]);
    await run.start();
    await run.session.setSending('camera', true);
    run.published.length = 0;
    await run.drop(DisconnectReason.STATE_MISMATCH);
    expect(run.tokens).toEqual(['first', 'rejoined 1']);
    expect(run.published).toEqual(['microphone true', 'camera true']);
    expect(run.session.getState()).toEqual({ status: 'connected' });
  });

  test('comes back with what was switched while there was no connection, and says so before', async () => {
    const run = buildSession(['ok', new Error('no route')]);
    await run.start();
    run.published.length = 0;
    const dropped = run.drop(DisconnectReason.STATE_MISMATCH);
    await run.session.setSending('microphone', false);
    expect([run.published, run.session.getSending().microphone]).toEqual([[], false]);
    await dropped;
    expect(run.published).toEqual(['microphone false', 'camera false']);
  });

  test('shows that it reconnects while livekit-client does so on its own', async () => {
    const run = buildSession([]);
    await run.start();
    run.room.emit(RoomEvent.Reconnecting);
    expect(run.session.getState()).toEqual({ status: 'reconnecting' });
    run.room.emit(RoomEvent.Reconnected);
    expect(run.session.getState()).toEqual({ status: 'connected' });
    expect(run.tokens).toEqual(['first']);
  });

  test.each([
    [DisconnectReason.DUPLICATE_IDENTITY, 'elsewhere'],
    [DisconnectReason.PARTICIPANT_REMOVED, 'removed'],
    [DisconnectReason.ROOM_DELETED, 'ended'],
  ])('is over without another attempt when livekit says %i', async (reason, ending) => {
    const run = buildSession([]);
    await run.start();
    await run.drop(reason);
    expect(run.session.getState()).toEqual({ status: 'over', ending });
    expect(run.tokens).toEqual(['first']);
  });

  test.each([
    ['meeting_ended', 'ended'],
    ['not_found', 'ended'],
    ['removed', 'removed'],
  ])('is over when web refuses the new join with %s', async (code, ending) => {
    const run = buildSession([], [new ApiError(code, 'no')]);
    await run.start();
    await run.drop();
    expect(run.session.getState()).toEqual({ status: 'over', ending });
  });

  test('keeps trying while web does not answer, and gives up after two minutes', async () => {
    const failures = rejoinDelaysMs.map(() => new ApiError('unreachable', 'no answer'));
    const run = buildSession([new Error('no route')], failures);
    await run.start();
    expect(run.waits).toEqual(rejoinDelaysMs);
    expect(rejoinDelaysMs.reduce((sum, ms) => sum + ms, 0)).toBe(120_000);
    expect(run.session.getState()).toEqual({ status: 'over', ending: 'lost' });
  });

  test('joins without a microphone that cannot be opened, and says so', async () => {
    const run = buildSession([]);
    run.refused.add('microphone');
    await run.start();
    expect(run.mediaErrors).toEqual(['microphone']);
    expect(run.session.getState()).toEqual({ status: 'connected' });
    await run.drop();
    expect(run.mediaErrors).toEqual(['microphone']);
  });

  test('does not connect again after the person left', async () => {
    const run = buildSession([]);
    await run.start();
    run.session.finish('left');
    await run.drop();
    expect(run.session.getState()).toEqual({ status: 'over', ending: 'left' });
    expect(run.tokens).toEqual(['first']);
  });

  test('stays over for the first reason', async () => {
    const run = buildSession([]);
    await run.start();
    run.session.finish('ended');
    run.session.finish('left');
    expect(run.session.getState()).toEqual({ status: 'over', ending: 'ended' });
  });

  test('does not try what a host took away, and does not take it back by itself', async () => {
    const meeting = buildSession(['ok']);
    const me: object = meeting.room.localParticipant;
    Object.assign(me, { permissions: { canPublish: true, canPublishSources: [1, 3] } });
    await meeting.start();
    expect(meeting.published).toContain('microphone false');
    Object.assign(me, { permissions: { canPublish: true, canPublishSources: [] } });
    await meeting.session.setSending('camera', true);
    expect(meeting.published).not.toContain('microphone true');
    expect(meeting.mediaErrors).toEqual([]);
  });
});
