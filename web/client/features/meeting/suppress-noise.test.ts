import { LocalAudioTrack, Room, Track } from 'livekit-client';
import { describe, expect, test, vi } from 'vitest';
import { suppressNoise } from './suppress-noise.ts';

function buildRoom(track: unknown) {
  const room = new Room({ audioCaptureDefaults: { echoCancellation: true } });
  const find = vi.spyOn(room.localParticipant, 'getTrackPublication');
  find.mockImplementation((source) =>
    source === Track.Source.Microphone && track ? ({ track } as never) : undefined,
  );
  return room;
}

describe(suppressNoise, () => {
  test('holds for a microphone that is turned on later', async () => {
    const room = buildRoom(null);
    await suppressNoise(room, false);
    expect(room.options.audioCaptureDefaults).toMatchObject({
      echoCancellation: true,
      noiseSuppression: false,
    });
  });

  test('asks the browser again for one that is on, naming the device', async () => {
    const restarts: unknown[] = [];
    const track = Object.create(LocalAudioTrack.prototype, {
      restartTrack: { value: async (options: unknown) => void restarts.push(options) },
    });
    await suppressNoise(buildRoom(track), false);
    expect(restarts).toMatchObject([
      { echoCancellation: true, noiseSuppression: false, deviceId: expect.stringMatching(/./) },
    ]);
  });
});
