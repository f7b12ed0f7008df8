import { type Participant, type Room, RoomEvent } from 'livekit-client';
import type { ControlMessage } from '../../../../lib/control-messages.ts';
import { readControlMessage } from './read-control-message.ts';

/** Calls `onMessage` for each control message of the server in this room; returns how to stop. */
export function followControlMessages(room: Room, onMessage: (message: ControlMessage) => void): () => void {
  const onData = (
    payload: Uint8Array,
    participant?: Participant,
    _kind?: unknown,
    topic?: string,
    _encryption?: unknown,
    participantIdentity?: string,
  ) => {
    const message = readControlMessage({
      payload,
      topic,
      hasParticipant: participant !== undefined,
      participantIdentity,
    });
    if (message) onMessage(message);
  };
  room.on(RoomEvent.DataReceived, onData);
  return () => void room.off(RoomEvent.DataReceived, onData);
}
