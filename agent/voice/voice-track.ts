import { AudioSource, LocalAudioTrack, type Room, TrackPublishOptions, TrackSource } from '@livekit/rtc-node';
import { queuedMs, voiceRate } from './playback.ts';

export interface VoiceTrack {
  source: AudioSource;
  /** Empty before it is published. */
  sid(): string;
  publish(room: Room): Promise<void>;
}

/**
 * The audio track of the AI participant. It is published before there is anything to say: LiveKit announces,
 * updates and removes participants without tracks only every 3 s; with a track the agent is there at once.
 */
export function createVoiceTrack(): VoiceTrack {
  const source = new AudioSource(voiceRate, 1, queuedMs);
  const track = LocalAudioTrack.createAudioTrack('voice', source);
  let sid = '';
  return {
    source,
    sid: () => sid,
    async publish(room) {
      const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE });
      const publication = await room.localParticipant?.publishTrack(track, options);
      sid = publication?.sid ?? '';
    },
  };
}
