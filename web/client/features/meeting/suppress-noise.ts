import { LocalAudioTrack, type Room, Track } from 'livekit-client';

/** The browser takes noise out of what the microphone hears, or sends it as it is; for what is sent now and later. */
export async function suppressNoise(room: Room, on: boolean): Promise<void> {
  const wanted = { ...room.options.audioCaptureDefaults, noiseSuppression: on };
  room.options.audioCaptureDefaults = wanted;
  const track = room.localParticipant.getTrackPublication(Track.Source.Microphone)?.track;
  if (!(track instanceof LocalAudioTrack)) return;
  // Without a device it asks for any sound at all, and forgets the rest (livekit-client 2.23, `LocalTrack.restart`).
  await track.restartTrack({ ...wanted, deviceId: room.getActiveDevice('audioinput') ?? 'default' });
}
