import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  AudioFrame,
  AudioSource,
  AudioStream,
  ContinualGatheringPolicy,
  dispose,
  IceTransportType,
  LocalAudioTrack,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
} from '@livekit/rtc-node';
import getPort from 'get-port';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { projectFolder } from './compose-file.ts';

const binary = `${projectFolder}.parley/bin/livekit-server`;
const continualGatheringPolicy = ContinualGatheringPolicy.GATHER_CONTINUALLY;
const apiSecret = '0f'.repeat(32);

/** The file for production, on this machine's loopback: other ports and no Redis, all else as it is. */
async function onLoopback(): Promise<{ text: string; port: number }> {
  const section = z.record(z.string(), z.unknown());
  const { redis, ...config } = z
    .object({ rtc: section, turn: section })
    .catchall(z.unknown())
    .parse(parse(await readFile(`${projectFolder}livekit.yaml`, 'utf8')));
  expect(redis).toBeDefined();
  const port = await getPort();
  const rtc = {
    ...config.rtc,
    udp_port: await getPort(),
    tcp_port: 0,
    enable_loopback_candidate: true,
    ips: { includes: ['127.0.0.0/8'] },
  };
  const turn = {
    ...config.turn,
    udp_port: await getPort(),
    bind_addresses: ['127.0.0.1'],
    // In production the relay refuses private and loopback addresses.
    allow_restricted_peer_cidrs: ['127.0.0.0/8'],
  };
  return { text: stringify({ ...config, port, bind_addresses: ['127.0.0.1'], rtc, turn }), port };
}

async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'parley-livekit-'));
  const { text, port } = await onLoopback();
  await writeFile(join(folder, 'livekit.yaml'), text);
  const env = { LIVEKIT_KEYS: `parley: ${apiSecret}`, NODE_IP: '127.0.0.1' };
  const child = spawn(binary, ['--config', join(folder, 'livekit.yaml')], { env, stdio: 'ignore' });
  const gone = once(child, 'exit');
  const http = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(http).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let i = 0; i < 100 && !(await isUp()); i++) await delay(100);
  const rooms = new RoomServiceClient(http, 'parley', apiSecret);
  return {
    rooms,
    async connect(identity: string, iceTransportType = IceTransportType.TRANSPORT_ALL) {
      const token = new AccessToken('parley', apiSecret, { identity });
      token.addGrant({ roomJoin: true, room: 'room' });
      const room = new Room();
      await room.connect(`ws://127.0.0.1:${port}`, await token.toJwt(), {
        autoSubscribe: true,
        dynacast: false,
        rtcConfig: { iceTransportType, continualGatheringPolicy, iceServers: [] },
      });
      return room;
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true });
    },
  };
}

describe.skipIf(!existsSync(binary))('livekit-server with livekit.yaml', () => {
  afterAll(() => dispose());

  it('opens no room for a token alone', async () => {
    await using server = await startServer();
    await expect(server.connect('ana')).rejects.toThrow('room does not exist');
    await server.rooms.createRoom({ name: 'room' });
    const ana = await server.connect('ana');
    expect(ana.isConnected).toBe(true);
    await ana.disconnect();
  });

  it('carries sound through its TURN server when nothing else is left', async () => {
    await using server = await startServer();
    await server.rooms.createRoom({ name: 'room' });
    const ana = await server.connect('ana', IceTransportType.TRANSPORT_RELAY);
    const ben = await server.connect('ben', IceTransportType.TRANSPORT_RELAY);
    const track = new Promise<RemoteTrack>((resolve) => ben.once(RoomEvent.TrackSubscribed, resolve));
    const source = new AudioSource(48_000, 1);
    const microphone = LocalAudioTrack.createAudioTrack('microphone', source);
    await ana.localParticipant?.publishTrack(microphone, new TrackPublishOptions());
    const heard = new AudioStream(await track).getReader();

    const tone = Int16Array.from({ length: 4_800 }, (_, i) => 12_000 * Math.sin(i / 17));
    for (let i = 0; i < 10; i++) await source.captureFrame(new AudioFrame(tone, 48_000, 1, tone.length));
    let loudest = 0;
    for (let i = 0; i < 200 && loudest < 3_000; i++) {
      const { value } = await heard.read();
      loudest = Math.max(loudest, ...(value?.data ?? []));
    }
    expect(loudest).toBeGreaterThan(3_000);
    await Promise.all([ana.disconnect(), ben.disconnect()]);
  });
});
