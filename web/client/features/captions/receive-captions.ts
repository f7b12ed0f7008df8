/** Connects a room to a transcript: captions of the newest agent, agents that come and go, control messages. */
import {
  type Participant,
  ParticipantKind,
  type Room,
  RoomEvent,
  type TextStreamHandler,
} from 'livekit-client';
import { type ControlMessage, captionTopic, epochOfIdentity } from '../../../../lib/messages.ts';
import { acceptCaption, type CaptionHeader, isFromNewestAgent } from './accept-caption.ts';
import { readControlMessage } from './read-control-message.ts';
import type { TranscriptStore } from './transcript-store.ts';

interface ReceiveOptions {
  room: Room;
  meetingId: string;
  store: TranscriptStore;
  onControl(message: ControlMessage): void;
  /** Milliseconds of any steady clock. */
  now(): number;
}

/** A packet's text is there at once; a stream that stays open longer is not one of ours. */
const readTimeoutMs = 2_000;

/** Starts receiving; returns how to stop. One receiver per room: livekit-client takes one handler per topic. */
export function receiveCaptions({ room, meetingId, store, onControl, now }: ReceiveOptions): () => void {
  let arrivals = 0;

  const onStream: TextStreamHandler = async (reader, { identity }) => {
    const order = ++arrivals;
    // Taken before anything else can arrive: a trailer, which anyone can send, replaces `info.attributes`.
    const header: CaptionHeader = {
      sender: senderOf(room.remoteParticipants.get(identity)),
      attributes: reader.info.attributes ?? {},
      sizeBytes: reader.info.size,
    };
    noteAgents();
    if (!isFromNewestAgent(meetingId, store.getState().newestEpoch, header)) return;
    const chunks: string[] = [];
    try {
      for await (const chunk of reader.withAbortSignal(AbortSignal.timeout(readTimeoutMs))) {
        chunks.push(chunk);
        if (chunks.length > 1) return;
      }
    } catch {
      return; // Cut off, too long or too short: the line comes with the next catch-up.
    }
    const caption = acceptCaption(meetingId, header, chunks);
    if (caption) store.dispatch({ type: 'caption', caption, order, atMs: now() });
  };

  const noteAgents = () => {
    const agents = [...room.remoteParticipants.values()].filter(
      (person) => person.kind === ParticipantKind.AGENT,
    );
    const epochs = agents.flatMap((agent) => epochOfIdentity(meetingId, agent.identity) ?? []);
    store.dispatch({ type: 'agents', epochs });
  };

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
    if (message) onControl(message);
  };

  room.registerTextStreamHandler(captionTopic, onStream);
  room.on(RoomEvent.DataReceived, onData);
  room.on(RoomEvent.Connected, noteAgents);
  room.on(RoomEvent.ParticipantConnected, noteAgents);
  room.on(RoomEvent.ParticipantDisconnected, noteAgents);
  return () => {
    room.unregisterTextStreamHandler(captionTopic);
    room.off(RoomEvent.DataReceived, onData);
    room.off(RoomEvent.Connected, noteAgents);
    room.off(RoomEvent.ParticipantConnected, noteAgents);
    room.off(RoomEvent.ParticipantDisconnected, noteAgents);
  };
}

function senderOf(participant: Participant | undefined): CaptionHeader['sender'] {
  return participant
    ? { identity: participant.identity, isAgent: participant.kind === ParticipantKind.AGENT }
    : null;
}
