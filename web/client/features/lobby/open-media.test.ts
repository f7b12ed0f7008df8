import { describe, expect, test } from 'vitest';
import { openMedia } from './open-media.ts';

const both = { microphone: { deviceId: '' }, camera: { deviceId: 'cam-2' } };
const audioTrack = { kind: 'audio' } as MediaStreamTrack;
const videoTrack = { kind: 'video' } as MediaStreamTrack;

/** Devices that answer with the tracks that were asked for, or with the error that `refuse` gives. */
function buildDevices(refuse: (wanted: MediaStreamConstraints) => string | null) {
  const asked: MediaStreamConstraints[] = [];
  return {
    asked,
    async getUserMedia(wanted: MediaStreamConstraints) {
      asked.push(wanted);
      const error = refuse(wanted);
      if (error) throw new DOMException('refused', error);
      const stream = {
        getAudioTracks: () => (wanted.audio ? [audioTrack] : []),
        getVideoTracks: () => (wanted.video ? [videoTrack] : []),
      };
      return stream as unknown as MediaStream;
    },
  };
}

describe(openMedia, () => {
  test('asks the person once for both', async () => {
    const devices = buildDevices(() => null);
    expect(await openMedia(both, devices)).toEqual({
      microphone: { track: audioTrack },
      camera: { track: videoTrack },
    });
    expect(devices.asked).toHaveLength(1);
  });

  test('turns on echo cancellation and noise suppression, and only prefers the remembered camera', async () => {
    const devices = buildDevices(() => null);
    await openMedia(both, devices);
    expect(devices.asked[0]).toMatchObject({
      audio: { echoCancellation: true, noiseSuppression: true },
      video: { deviceId: { ideal: 'cam-2' } },
    });
  });

  test('keeps the microphone when there is no camera', async () => {
    const devices = buildDevices((wanted) => (wanted.video ? 'NotFoundError' : null));
    expect(await openMedia(both, devices)).toEqual({
      microphone: { track: audioTrack },
      camera: { problem: 'missing' },
    });
  });

  test('says what is wrong with each device', async () => {
    const devices = buildDevices((wanted) => (wanted.video ? 'NotReadableError' : 'NotAllowedError'));
    expect(await openMedia(both, devices)).toEqual({
      microphone: { problem: 'denied' },
      camera: { problem: 'busy' },
    });
  });

  test('opens nothing that is not wanted', async () => {
    const devices = buildDevices(() => null);
    expect(await openMedia({ microphone: { deviceId: '' } }, devices)).toEqual({
      microphone: { track: audioTrack },
    });
    expect(devices.asked[0]?.video).toBeUndefined();
    expect(await openMedia({}, devices)).toEqual({});
    expect(devices.asked).toHaveLength(1);
  });

  test('says so where a browser gives no devices', async () => {
    expect(await openMedia(both, undefined)).toEqual({
      microphone: { problem: 'unsupported' },
      camera: { problem: 'unsupported' },
    });
  });
});
