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
import { createApiClient } from './rehearsal/api-client.ts';
import { quietLiveKit } from './rehearsal/quiet-livekit.ts';

export interface Extra extends AsyncDisposable {
  readonly name: string;
  /** Loud for so long. Resolves afterwards. */
  speak(ms: number): Promise<void>;
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
    speak: (ms) => playTone(voice, ms),
    disconnect: async () => seat[Symbol.asyncDispose](),
    async reconnect() {
      seat = await sit(joined, { voice: microphone ? voice : null, camera: camera ? name : null });
    },
    [Symbol.asyncDispose]: () => seat[Symbol.asyncDispose](),
  };
}

const sampleRate = 24_000;
const picture = { width: 320, height: 180 };
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
    const source = new VideoSource(picture.width, picture.height);
    const track = LocalVideoTrack.createVideoTrack('camera', source);
    await room.localParticipant?.publishTrack(track, sourceOf(TrackSource.SOURCE_CAMERA));
    const frame = new VideoFrame(drawFace(camera), picture.width, picture.height, VideoBufferType.RGBA);
    const timer = setInterval(() => source.captureFrame(frame), pictureEveryMs);
    leaving.defer(() => clearInterval(timer));
  }
  return leaving.move();
}

const sourceOf = (source: TrackSource) =>
  new TrackPublishOptions({ source, ...(source === TrackSource.SOURCE_CAMERA ? { simulcast: false } : {}) });

/** The queue paces it, and is long enough for a machine that has much to do. */
async function playTone(voice: AudioSource, ms: number): Promise<void> {
  const frameMs = 20;
  const samples = (sampleRate * frameMs) / 1_000;
  const tone = Int16Array.from(
    { length: samples },
    (_, index) => 12_000 * Math.sin((index * 2 * Math.PI * 400) / sampleRate),
  );
  for (let playedMs = 0; playedMs < ms; playedMs += frameMs) {
    await voice.captureFrame(new AudioFrame(tone, sampleRate, 1, samples));
  }
  await voice.waitForPlayout();
}

/** Head and shoulders before a wall, in colours that belong to the name. */
function drawFace(name: string): Uint8Array {
  const { width, height } = picture;
  const seed = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  const wall = colourOf(seed, 0.35, 0.62);
  const cloth = colourOf((seed + 140) % 360, 0.4, 0.36);
  const skin = colourOf(24, 0.42, 0.42 + (seed % 5) * 0.08);
  const hair = colourOf(28, 0.35, 0.14 + (seed % 4) * 0.07);
  const pixels = new Uint8Array(width * height * 4);
  const inside = (x: number, y: number, cx: number, cy: number, rx: number, ry: number) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = 1.12 - (x / width) * 0.2 - (y / height) * 0.12;
      let colour = wall;
      if (inside(x, y, 160, 205, 88, 72)) colour = cloth;
      if (inside(x, y, 160, 128, 15, 24)) colour = skin;
      if (inside(x, y, 160, 78, 44, 52)) colour = hair;
      if (inside(x, y, 160, 90, 35, 44)) colour = skin;
      pixels.set([...colour.map((part) => Math.min(255, part * light)), 255], (y * width + x) * 4);
    }
  }
  return pixels;
}

/** HSL as RGB, 0 to 255. */
function colourOf(hue: number, saturation: number, lightness: number): [number, number, number] {
  const part = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const amount = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - amount * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [part(0), part(8), part(4)];
}
