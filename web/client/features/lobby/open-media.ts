import { type MediaKind, type MediaProblem, mediaProblemOf } from './media-problem.ts';

export type Opened = { track: MediaStreamTrack } | { problem: MediaProblem };

/** The device to open; an empty id is the browser's default. */
export type Wanted = Partial<Record<MediaKind, { deviceId: string }>>;

type Devices = Pick<MediaDevices, 'getUserMedia'>;

/**
 * Opens the wanted devices with one question to the person. When that fails, each is tried alone, so that a missing
 * camera does not cost the microphone. Never throws.
 */
export async function openMedia(
  wanted: Wanted,
  devices: Devices | undefined,
): Promise<Partial<Record<MediaKind, Opened>>> {
  const kinds = (['microphone', 'camera'] as const).filter((kind) => wanted[kind]);
  if (kinds.length === 0) return {};
  if (!devices) return Object.fromEntries(kinds.map((kind) => [kind, { problem: 'unsupported' as const }]));
  try {
    return tracksOf(await devices.getUserMedia(constraintsOf(wanted)), kinds);
  } catch (error) {
    const [only] = kinds;
    if (only && kinds.length === 1) return { [only]: { problem: mediaProblemOf(error) } };
    const alone = kinds.map((kind) => openMedia({ [kind]: wanted[kind] }, devices));
    return Object.assign({}, ...(await Promise.all(alone)));
  }
}

function constraintsOf(wanted: Wanted): MediaStreamConstraints {
  // `ideal`: a remembered device that is not plugged in falls back to another one.
  const device = (id: string) => (id ? { deviceId: { ideal: id } } : {});
  return {
    audio: wanted.microphone && {
      ...device(wanted.microphone.deviceId),
      echoCancellation: true,
      noiseSuppression: true,
    },
    video: wanted.camera && {
      ...device(wanted.camera.deviceId),
      width: { ideal: 1280 },
      height: { ideal: 720 },
    },
  };
}

function tracksOf(stream: MediaStream, kinds: readonly MediaKind[]): Partial<Record<MediaKind, Opened>> {
  const opened = kinds.map((kind) => {
    const [track] = kind === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks();
    return [kind, track ? { track } : { problem: 'missing' as const }];
  });
  return Object.fromEntries(opened);
}
