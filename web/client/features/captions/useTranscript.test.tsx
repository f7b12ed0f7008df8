import { EventEmitter } from 'node:events';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import {
  ParticipantKind,
  type Room,
  RoomEvent,
  type TextStreamHandler,
  type TextStreamReader,
} from 'livekit-client';
import { afterEach, describe, expect, test } from 'vitest';
import { controlTopic } from '../../../../lib/control-messages.ts';
import { agentIdentity, captionAttributes, captionTopic } from '../../../../lib/messages.ts';
import { startFakeWeb } from '../api/testing.ts';
import { buildHeader, buildLine, buildPage, meetingId } from './testing.ts';
import { listItems } from './transcript-items.ts';
import { useTranscript } from './useTranscript.ts';

afterEach(cleanup);

const identity = agentIdentity(meetingId, 3);

/** A room with the agent of epoch 3 in it. */
function buildRoom() {
  const handlers = new Map<string, TextStreamHandler>();
  const emitter = Object.assign(new EventEmitter(), {
    remoteParticipants: new Map([[identity, { identity, kind: ParticipantKind.AGENT }]]),
    registerTextStreamHandler: (topic: string, handler: TextStreamHandler) => handlers.set(topic, handler),
    unregisterTextStreamHandler: (topic: string) => handlers.delete(topic),
  });
  return {
    room: emitter as unknown as Room,
    handlers,
    emitter,
    caption(text: string, seq: number) {
      const attributes = {
        [captionAttributes.seq]: String(seq),
        [captionAttributes.segmentId]: `seg_${seq}`,
      };
      const info = { attributes: buildHeader(text, { attributes }).attributes };
      act(() => handlers.get(captionTopic)?.({ info } as TextStreamReader, { identity }));
    },
    control(type: string) {
      const payload = new TextEncoder().encode(JSON.stringify({ type }));
      act(() => void emitter.emit(RoomEvent.DataReceived, payload, undefined, 0, controlTopic, 0, ''));
    },
  };
}

function renderTranscript(room: Room) {
  let ended = 0;
  const onEnded = () => {
    ended += 1;
  };
  const hook = renderHook(() => useTranscript({ room, meetingId, apiToken: 'token', onEnded }));
  const texts = () =>
    listItems(hook.result.current.store.getState()).map((item) => ('text' in item ? item.text : item.kind));
  return { ...hook, texts, ended: () => ended };
}

describe(useTranscript, () => {
  test('merges what was stored before with what is said now', async () => {
    const stored = buildLine({ epoch: 3, seq: 1, startMs: 1, text: 'before' });
    await using web = await startFakeWeb(() => ({ body: buildPage([stored]) }));
    const { room, emitter, caption } = buildRoom();
    const transcript = renderTranscript(room);
    act(() => void emitter.emit(RoomEvent.Connected));
    caption('now', 2);
    await waitFor(() => expect(transcript.texts()).toEqual(['before', 'now']));
    expect(transcript.result.current.catchUp).toBe('complete');
    expect(web.calls).toEqual([`GET /api/meetings/${meetingId}/transcript`]);
  });

  test('fetches what is missing between two captions', async () => {
    const missed = buildLine({ epoch: 3, seq: 2, startMs: 1, text: 'missed' });
    await using web = await startFakeWeb((call) => ({
      body: buildPage(call.endsWith('after=3.1') ? [missed] : []),
    }));
    const { room, caption } = buildRoom();
    const transcript = renderTranscript(room);
    caption('first', 1);
    caption('third', 3);
    await waitFor(() => expect(transcript.texts()).toEqual(['missed', 'first', 'third']));
    expect(web.calls).toEqual([`GET /api/meetings/${meetingId}/transcript?after=3.1`]);
  });

  test('fetches everything again after a break and when the server says that older lines came', async () => {
    await using web = await startFakeWeb(() => ({ body: buildPage([]) }));
    const { room, emitter, control } = buildRoom();
    renderTranscript(room);
    act(() => void emitter.emit(RoomEvent.Reconnected));
    await waitFor(() => expect(web.calls).toHaveLength(1));
    control('transcript.changed');
    await waitFor(() => expect(web.calls).toHaveLength(2));
  });

  test('says when the meeting is over, by message or by the state of a page', async () => {
    await using _web = await startFakeWeb(() => ({ body: buildPage([], { status: 'ended' }) }));
    const { room, emitter, control } = buildRoom();
    const transcript = renderTranscript(room);
    control('meeting.ended');
    expect(transcript.ended()).toBe(1);
    act(() => void emitter.emit(RoomEvent.Connected));
    await waitFor(() => expect(transcript.ended()).toBe(2));
  });

  test('lets go of the room when it is closed', async () => {
    const { room, emitter, handlers } = buildRoom();
    renderTranscript(room).unmount();
    expect(handlers.size).toBe(0);
    expect(emitter.eventNames()).toEqual([]);
  });
});
