/** Connects a room to a transcript: captions of the newest agent, agents that come and go, control messages. */
import {
  type Participant,
  ParticipantKind,
  type Room,
  RoomEvent,
  type TextStreamHandler,
} from 'livekit-client';
import type { ControlMessage } from '../../../../lib/control-messages.ts';
import { captionTopic, epochOfIdentity } from '../../../../lib/messages.ts';
import { acceptCaption, type CaptionHeader } from './accept-caption.ts';
import { followControlMessages } from './follow-control-messages.ts';
import type { TranscriptStore } from './transcript-store.ts';

interface ReceiveOptions {
  room: Room;
  meetingId: string;
  store: TranscriptStore;
  onControl(message: ControlMessage): void;
  /** Milliseconds of any steady clock. */
  now(): number;
}

/** Starts receiving; returns how to stop. One receiver per room: livekit-client takes one handler per topic. */
export function receiveCaptions({ room, meetingId, store, onControl, now }: ReceiveOptions): () => void {
  const onStream: TextStreamHandler = (reader, { identity }) => {
    // Read now: a trailer, which anyone can send, replaces `info.attributes`.
    const attributes = reader.info.attributes ?? {};
    noteAgents();
    const sender = senderOf(room.remoteParticipants.get(identity));
    const caption = acceptCaption(meetingId, store.getState().newestEpoch, { sender, attributes });
    if (caption) store.dispatch({ type: 'caption', caption, atMs: now() });
  };

  const noteAgents = () => {
    const agents = [...room.remoteParticipants.values()].filter(
      (person) => person.kind === ParticipantKind.AGENT,
    );
    const epochs = agents.flatMap((agent) => epochOfIdentity(meetingId, agent.identity) ?? []);
    store.dispatch({ type: 'agents', epochs });
  };

  room.registerTextStreamHandler(captionTopic, onStream);
  const stopControl = followControlMessages(room, onControl);
  room.on(RoomEvent.Connected, noteAgents);
  room.on(RoomEvent.ParticipantConnected, noteAgents);
  room.on(RoomEvent.ParticipantDisconnected, noteAgents);
  return () => {
    room.unregisterTextStreamHandler(captionTopic);
    stopControl();
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
