import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AudioStream, Room, RoomEvent } from '@livekit/rtc-node';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedLiveKit, startLiveKit } from '../../local/livekit.ts';
import { nowMs } from './clock.ts';
import { publishMicrophone } from './microphone.ts';
import { createPlayback } from './playback.ts';

const sampleRate = 24_000;
/** Three seconds with two bursts of a 440 Hz tone: 0.5 s to 1 s, and 2 s to 2.25 s. */
const bursts = [
  { startMs: 500, durationMs: 500 },
  { startMs: 2_000, durationMs: 250 },
];
const edgesMs = bursts.flatMap(({ startMs, durationMs }) => [startMs, startMs + durationMs]);
/** So long may another process have the core of this one; the bursts are a second apart. */
const busyMs = 400;
const playback = createPlayback(
  {
    title: '',
    sampleRate,
    speakers: [],
    totalMs: 3_000,
    utterances: bursts.map(({ startMs, durationMs }, index) => {
      const length = (durationMs * sampleRate) / 1_000;
      const samples = Int16Array.from(
        { length },
        (_, i) => 12_000 * Math.cos((i * 2 * Math.PI * 440) / sampleRate),
      );
      const voiced = { first: 0, last: length - 1 };
      return { index, speaker: 'ana', file: '', startMs, durationMs, text: '', samples, voiced };
    }),
  },
  'ana',
);

let folder: string;
let livekit: EmbeddedLiveKit;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-microphone-'));
  livekit = await startLiveKit({ folder, webhookUrl: 'http://127.0.0.1:9/none' });
  const rooms = new RoomServiceClient(livekit.url.replace('ws', 'http'), livekit.apiKey, livekit.apiSecret);
  await rooms.createRoom({ name: 'studio' });
});
afterAll(async () => {
  await livekit?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function enter(identity: string, autoSubscribe: boolean) {
  const token = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity });
  token.addGrant({ roomJoin: true, room: 'studio' });
  const room = new Room();
  const connect = async () =>
    room.connect(livekit.url, await token.toJwt(), { autoSubscribe, dynacast: false });
  return { room, connect, [Symbol.asyncDispose]: () => room.disconnect() };
}

/** When each stretch of sound began and ended at the listener. */
function listenForBursts(room: Room): { startMs: number; endMs: number }[] {
  const heard: { startMs: number; endMs: number }[] = [];
  room.on(RoomEvent.TrackSubscribed, async (track) => {
    for await (const frame of new AudioStream(track, { sampleRate, numChannels: 1, frameSizeMs: 10 })) {
      if (frame.data.every((sample) => Math.abs(sample) < 2_000)) continue;
      const last = heard.at(-1);
      if (last && nowMs() - last.endMs < busyMs) last.endMs = nowMs();
      else heard.push({ startMs: nowMs(), endMs: nowMs() });
    }
  });
  return heard;
}

describe(publishMicrophone, () => {
  it('is heard at the pace of real time, shortly after the moments that it reports', async () => {
    await using listener = await enter('listener', true);
    await using speaker = await enter('speaker', false);
    const heard = listenForBursts(listener.room);
    await Promise.all([listener.connect(), speaker.connect()]);
    const microphone = await publishMicrophone(speaker.room, sampleRate);
    const marks: number[] = [];
    const startAtMs = nowMs() + 1_000;
    await microphone.play(playback, {
      startAtMs,
      signal: new AbortController().signal,
      onMark: (_, atMs) => marks.push(atMs),
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await microphone.close();

    const late = marks.map((atMs, index) => atMs - startAtMs - edgesMs[index]!);
    expect(late).toHaveLength(edgesMs.length);
    // Timers may fire a millisecond early; a sound that is not paced would be hundreds early.
    expect(Math.min(...late)).toBeGreaterThan(-3);
    expect(Math.max(...late)).toBeLessThan(busyMs);

    expect(heard).toHaveLength(2);
    const onTheWay = heard
      .flatMap(({ startMs, endMs }) => [startMs, endMs])
      .map((atMs, index) => atMs - marks[index]!);
    // At most 100 ms queued, then Opus, the network and the listener's jitter buffer.
    expect(Math.min(...onTheWay)).toBeGreaterThan(0);
    expect(Math.min(...onTheWay)).toBeLessThan(400);
    expect(Math.max(...onTheWay)).toBeLessThan(400 + busyMs);
  });

  it('stops when it is told to', async () => {
    await using speaker = await enter('quitter', false);
    await speaker.connect();
    const microphone = await publishMicrophone(speaker.room, sampleRate);
    const begun = nowMs();
    await microphone.play(playback, {
      startAtMs: begun,
      signal: AbortSignal.timeout(300),
      onMark: () => undefined,
    });
    expect(nowMs() - begun).toBeLessThan(1_000);
    await microphone.close();
  });
});
