import {
  AudioStream,
  ParticipantKind,
  type RemoteParticipant,
  type RemoteTrackPublication,
  type Room,
  RoomEvent,
  TrackKind,
} from '@livekit/rtc-node';
import { epochOfIdentity } from '../../lib/messages.ts';
import { nowMs } from './clock.ts';

const sampleRate = 16_000;
const frameSizeMs = 20;

/**
 * Subscribes to the sound of this meeting's agents, and to nothing else. `onSound` hears each frame with the moment
 * at which it arrived here: the network and the jitter buffer count, as they do for a person.
 */
export function hearAgent(
  room: Room,
  meetingId: string,
  onSound: (samples: Int16Array, atMs: number) => void,
): void {
  const subscribe = (publication: RemoteTrackPublication, { kind, identity }: RemoteParticipant) => {
    const isAgent = kind === ParticipantKind.AGENT && epochOfIdentity(meetingId, identity) !== null;
    if (isAgent && publication.kind === TrackKind.KIND_AUDIO) publication.setSubscribed(true);
  };
  room.on(RoomEvent.TrackPublished, subscribe);
  room.on(RoomEvent.TrackSubscribed, async (track) => {
    for await (const frame of new AudioStream(track, { sampleRate, numChannels: 1, frameSizeMs })) {
      onSound(frame.data, nowMs());
    }
  });
  for (const participant of room.remoteParticipants.values()) {
    for (const publication of participant.trackPublications.values()) subscribe(publication, participant);
  }
}
