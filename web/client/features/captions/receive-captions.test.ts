import { EventEmitter } from 'node:events';
import {
  ParticipantKind,
  type Room,
  RoomEvent,
  type TextStreamHandler,
  type TextStreamReader,
} from 'livekit-client';
import { describe, expect, test } from 'vitest';
import { controlTopic } from '../../../../lib/control-messages.ts';
import { agentIdentity, captionTopic } from '../../../../lib/messages.ts';
import { receiveCaptions } from './receive-captions.ts';
import { buildHeader, meetingId } from './testing.ts';
import { createTranscriptStore } from './transcript-store.ts';

/** A stream as livekit-client hands it over: the header is here, the rest may still come. */
function buildStream(text: string, attributes?: Record<string, string>): TextStreamReader {
  const reader = {
    info: { attributes: buildHeader(text, { attributes }).attributes },
    readAll: () => Promise.reject(new Error('what follows a header is not to be read')),
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
    send(stream: TextStreamReader, identity = agentIdentity(meetingId, 3)) {
      handlers.get(captionTopic)?.(stream, { identity });
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
  test('takes a caption of the agent', () => {
    expect(withAgent().send(buildStream('We ship.'))).toEqual(['We ship.']);
  });

  test('ignores a person under an identity that looks like an agent', () => {
    const run = buildRoom();
    run.arrive(agentIdentity(meetingId, 3), ParticipantKind.STANDARD);
    expect(run.send(buildStream('We ship.'))).toEqual([]);
  });

  test('ignores a sender who is not in the room', () => {
    expect(buildRoom().send(buildStream('We ship.'))).toEqual([]);
  });

  test('ignores the older agent once a newer one is here, also after the newer one left', () => {
    const run = withAgent(3);
    run.arrive(agentIdentity(meetingId, 4), ParticipantKind.AGENT);
    expect(run.send(buildStream('old'))).toEqual([]);
    run.leave(agentIdentity(meetingId, 4));
    expect(run.send(buildStream('old'))).toEqual([]);
  });

  test('takes words and speaker from the header, not from what came later', () => {
    const run = withAgent();
    const stream = buildStream('We ship.');
    run.send(stream);
    stream.info.attributes = {
      ...stream.info.attributes,
      'parley.speaker_name': 'Mallory',
      'parley.text': 'We stop.',
    };
    expect(run.store.getState().lines[0]).toMatchObject({ speakerName: 'Ana', text: 'We ship.' });
  });

  test('ignores words that only stand in the stream', () => {
    const stream = buildStream('We ship.');
    delete stream.info.attributes?.['parley.text'];
    expect(withAgent().send(stream)).toEqual([]);
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
