import { AudioSource, LocalAudioTrack, type Room, TrackPublishOptions, TrackSource } from '@livekit/rtc-node';

/**
 * Publishes an audio track without sound. LiveKit announces, updates and removes participants without tracks only
 * every 3 s; with a track the agent is there at once. Its voice uses the same track.
 */
export async function publishSilentTrack(room: Room): Promise<void> {
  const track = LocalAudioTrack.createAudioTrack('voice', new AudioSource(24_000, 1));
  await room.localParticipant?.publishTrack(
    track,
    new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE }),
  );
}
