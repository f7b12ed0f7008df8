import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedLiveKit, startLiveKit } from '../local/livekit.ts';
import { createLiveKitPort } from './livekit-port.ts';
import { describeLiveKitPort } from './testing/livekit-port.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-livekit-port-'));
let server: EmbeddedLiveKit;
beforeAll(async () => {
  server = await startLiveKit({ folder, webhookUrl: 'http://127.0.0.1:9/' });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const portAt = (url: string) =>
  createLiveKitPort({ url, publicUrl: url, apiKey: server.apiKey, apiSecret: server.apiSecret });

describe(createLiveKitPort, () => {
  describeLiveKitPort(() => ({
    port: portAt(server.url),
    readMetadata: async (room) => {
      const url = server.url.replace(/^ws/, 'http');
      const [found] = await new RoomServiceClient(url, server.apiKey, server.apiSecret).listRooms([room]);
      return found?.metadata ?? null;
    },
  }));

  it('says that the media server does not answer when nothing is there', async () => {
    const nowhere = portAt('ws://127.0.0.1:9');
    await expect(nowhere.createRoom('x', '{}')).rejects.toMatchObject({
      code: 'unavailable',
      retryable: true,
    });
    await expect(nowhere.ping(500)).rejects.toThrow();
  });

  it('gives tokens with the grants of the role and ten minutes to live, no more', async () => {
    const token = await portAt(server.url).createJoinToken({
      room: 'mtg_1',
      identity: 'par_1',
      name: 'Ana',
      role: 'host',
      silenced: false,
      muteAsks: 0,
    });
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({
      sub: 'par_1',
      video: { roomJoin: true, room: 'mtg_1', canUpdateOwnMetadata: false },
    });
    const { exp, nbf, video } = claims as { exp: number; nbf?: number; video: object };
    expect(exp - (nbf ?? Math.floor(Date.now() / 1000))).toBeLessThanOrEqual(605);
    for (const grant of ['roomAdmin', 'hidden', 'roomRecord', 'roomCreate', 'recorder']) {
      expect(video).not.toHaveProperty(grant);
    }
  });
});
