import { EventEmitter } from 'node:events';
import {
  ParticipantKind,
  type Room,
  RoomEvent,
  type TextStreamHandler,
  type TextStreamReader,
} from 'livekit-client';
import { describe, expect, test } from 'vitest';
import { agentIdentity, captionTopic, controlTopic } from '../../../../lib/messages.ts';
import { receiveCaptions } from './receive-captions.ts';
import { buildHeader, meetingId } from './testing.ts';
import { createTranscriptStore } from './transcript-store.ts';

interface StreamChange {
  chunks?: string[];
  attributes?: Record<string, string>;
  /** Runs between two chunks. */
  meanwhile?: (reader: { info: { attributes?: Record<string, string> } }) => void;
  error?: Error;
}

function buildStream(text: string, change: StreamChange = {}): TextStreamReader {
  const { attributes, sizeBytes } = buildHeader(text, { attributes: change.attributes });
  const reader = {
    info: { attributes, size: sizeBytes },
    withAbortSignal() {
      return this;
    },
    async *[Symbol.asyncIterator]() {
      for (const chunk of change.chunks ?? [text]) {
        yield chunk;
        change.meanwhile?.(reader);
      }
      if (change.error) throw change.error;
    },
  };
  return reader as unknown as TextStreamReader;
}

function buildRoom() {
  const handlers = new Map<string, TextStreamHandler>();
  const people = new Map<string, { identity: string; kind: ParticipantKind }>();
  const room = Object.assign(new EventEmitter(), {
    remoteParticipants: people,
    registerTextStreamHandler: (topic: string, handler: TextStreamHandler) => handlers.set(topic, handler),
    unregisterTextStreamHandler: (topic: string) => handlers.delete(topic),
  });
  const store = createTranscriptStore();
  const controls: string[] = [];
  const stop = receiveCaptions({
    room: room as unknown as Room,
    meetingId,
    store,
    now: () => 0,
    onControl: (message) => controls.push(message.type),
  });
  return {
    room,
    store,
    controls,
    stop,
    handlers,
    arrive(identity: string, kind: ParticipantKind) {
      people.set(identity, { identity, kind });
      room.emit(RoomEvent.ParticipantConnected);
    },
    leave(identity: string) {
      people.delete(identity);
      room.emit(RoomEvent.ParticipantDisconnected);
    },
    async send(stream: TextStreamReader, identity = agentIdentity(meetingId, 3)) {
      await handlers.get(captionTopic)?.(stream, { identity });
      return store.getState().lines.map((line) => line.text);
    },
  };
}

const withAgent = (epoch = 3) => {
  const run = buildRoom();
  run.arrive(agentIdentity(meetingId, epoch), ParticipantKind.AGENT);
  return run;
};

describe(receiveCaptions, () => {
  test('takes a caption of the agent', async () => {
    expect(await withAgent().send(buildStream('We ship.'))).toEqual(['We ship.']);
  });

  test('ignores a person under an identity that looks like an agent', async () => {
    const run = buildRoom();
    run.arrive(agentIdentity(meetingId, 3), ParticipantKind.STANDARD);
    expect(await run.send(buildStream('We ship.'))).toEqual([]);
  });

  test('ignores a sender who is not in the room', async () => {
    expect(await buildRoom().send(buildStream('We ship.'))).toEqual([]);
  });

  test('ignores the older agent once a newer one is here, also after the newer one left', async () => {
    const run = withAgent(3);
    run.arrive(agentIdentity(meetingId, 4), ParticipantKind.AGENT);
    expect(await run.send(buildStream('old'))).toEqual([]);
    run.leave(agentIdentity(meetingId, 4));
    expect(await run.send(buildStream('old'))).toEqual([]);
  });

  test('ignores a stream into which somebody wrote', async () => {
    const stream = buildStream('hello', { chunks: ['hello', 'x'] });
    expect(await withAgent().send(stream)).toEqual([]);
  });

  test('ignores a stream that livekit-client breaks off', async () => {
    const stream = buildStream('hello', { error: new Error('Extra chunk(s) received') });
    expect(await withAgent().send(stream)).toEqual([]);
  });

  test('takes the speaker from the header, not from a trailer that came later', async () => {
    const forge = (reader: { info: { attributes?: Record<string, string> } }) => {
      reader.info.attributes = { ...reader.info.attributes, 'parley.speaker_name': 'Mallory' };
    };
    const run = withAgent();
    await run.send(buildStream('We ship.', { meanwhile: forge }));
    expect(run.store.getState().lines[0]?.speakerName).toBe('Ana');
  });

  test('passes on control messages of the server, not of people', () => {
    const run = withAgent();
    const payload = new TextEncoder().encode('{"type":"meeting.ended"}');
    run.room.emit(RoomEvent.DataReceived, payload, undefined, 0, controlTopic, 0, 'par_mallory');
    run.room.emit(
      RoomEvent.DataReceived,
      payload,
      { identity: 'par_mallory' },
      0,
      controlTopic,
      0,
      'par_mallory',
    );
    run.room.emit(RoomEvent.DataReceived, payload, undefined, 0, controlTopic, 0, undefined);
    expect(run.controls).toEqual([]);
    run.room.emit(RoomEvent.DataReceived, payload, undefined, 0, controlTopic, 0, '');
    expect(run.controls).toEqual(['meeting.ended']);
  });

  test('lets go of the room when it stops, so that the next one can begin', () => {
    const run = withAgent();
    run.stop();
    expect(run.handlers.size).toBe(0);
    expect(run.room.eventNames()).toEqual([]);
  });
});
