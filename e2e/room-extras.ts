/** People without a browser, who fill a meeting: a name, a picture that stands still, and a voice that is a tone. */
import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node';
import type { Joined } from '../lib/messages.ts';
import { drawFace, face } from './draw-face.ts';
import { createApiClient } from './rehearsal/api-client.ts';
import { quietLiveKit } from './rehearsal/quiet-livekit.ts';

export interface Extra extends AsyncDisposable {
  readonly name: string;
  /** For calls in this person's name. */
  readonly joined: Joined;
  /** Loud for so long. Resolves afterwards. */
  speak(ms: number): Promise<void>;
  /** Words, at 24 kHz. Resolves when they were said. */
  say(samples: Int16Array): Promise<void>;
  /** Loses the connection; everyone else sees this person leave. */
  disconnect(): Promise<void>;
  /** Comes back as the same person. */
  reconnect(): Promise<void>;
}

interface ExtraOptions {
  url: string;
  code: string;
  name: string;
  /** Publishes a picture. */
  camera?: boolean;
  /** Publishes a microphone, which is needed to speak. */
  microphone?: boolean;
}

quietLiveKit();

/** Joins through the public API. */
export async function seatExtra({ url, code, name, camera, microphone }: ExtraOptions): Promise<Extra> {
  const joined = await createApiClient(url).join(code, { name });
  const voice = new AudioSource(sampleRate, 1, 1_000);
  let seat = await sit(joined, { voice: microphone ? voice : null, camera: camera ? name : null });
  return {
    name,
    joined,
    speak: (ms) => play(voice, makeTone(ms)),
    say: (samples) => play(voice, samples),
    disconnect: async () => seat[Symbol.asyncDispose](),
    async reconnect() {
      seat = await sit(joined, { voice: microphone ? voice : null, camera: camera ? name : null });
    },
    [Symbol.asyncDispose]: () => seat[Symbol.asyncDispose](),
  };
}

const sampleRate = 24_000;
/** A picture that does not move needs no more; without any, subscribers would see nothing. */
const pictureEveryMs = 400;

interface Seat {
  voice: AudioSource | null;
  /** Whose face; null for none. */
  camera: string | null;
}

async function sit(joined: Joined, { voice, camera }: Seat): Promise<AsyncDisposable> {
  await using leaving = new AsyncDisposableStack();
  const room = new Room();
  await room.connect(joined.serverUrl, joined.token, { autoSubscribe: false, dynacast: false });
  leaving.defer(() => room.disconnect());
  if (voice) {
    const track = LocalAudioTrack.createAudioTrack('microphone', voice);
    await room.localParticipant?.publishTrack(track, sourceOf(TrackSource.SOURCE_MICROPHONE));
  }
  if (camera) {
    const source = new VideoSource(face.width, face.height);
    const track = LocalVideoTrack.createVideoTrack('camera', source);
    await room.localParticipant?.publishTrack(track, sourceOf(TrackSource.SOURCE_CAMERA));
    const frame = new VideoFrame(drawFace(camera), face.width, face.height, VideoBufferType.RGBA);
    const timer = setInterval(() => source.captureFrame(frame), pictureEveryMs);
    leaving.defer(() => clearInterval(timer));
  }
  return leaving.move();
}

const sourceOf = (source: TrackSource) =>
  new TrackPublishOptions({ source, ...(source === TrackSource.SOURCE_CAMERA ? { simulcast: false } : {}) });

function makeTone(ms: number): Int16Array {
  return Int16Array.from(
    { length: (sampleRate * ms) / 1_000 },
    (_, index) => 12_000 * Math.sin((index * 2 * Math.PI * 400) / sampleRate),
  );
}

/** The queue paces it, and is long enough for a machine that has much to do. */
async function play(voice: AudioSource, samples: Int16Array): Promise<void> {
  const frameSamples = (sampleRate * 20) / 1_000;
  for (let at = 0; at < samples.length; at += frameSamples) {
    // A copy: LiveKit sends the buffer below a view from its beginning.
    const frame = samples.slice(at, at + frameSamples);
    await voice.captureFrame(new AudioFrame(frame, sampleRate, 1, frame.length));
  }
  await voice.waitForPlayout();
}
