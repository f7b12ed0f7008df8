import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dispose, Room } from '@livekit/rtc-node';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedLiveKit, startLiveKit } from './livekit.ts';

describe(startLiveKit, () => {
  let folder: string;
  const start = () => startLiveKit({ folder, webhookUrl: 'http://127.0.0.1:9/' });
  const rooms = ({ url, apiKey, apiSecret }: EmbeddedLiveKit) =>
    new RoomServiceClient(url, apiKey, apiSecret);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-livekit-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  afterAll(() => dispose());

  it('keeps its address and keys over a restart', async () => {
    await using server = await start();
    const before = server.pid();
    const client = rooms(server);
    server.kill('SIGKILL');
    await server.restart();
    expect(server.pid()).not.toBe(before);
    await expect(client.listRooms()).resolves.toEqual([]);
  });

  it.runIf(process.platform === 'linux')('listens on loopback only', async () => {
    await using server = await start();
    const addresses = await listBoundAddresses(server.pid() ?? 0);
    expect(addresses.length).toBeGreaterThanOrEqual(2);
    // 127.0.0.1 as the kernel writes it: hexadecimal, last byte first.
    expect(new Set(addresses.map((address) => address.split(':')[0]))).toEqual(new Set(['0100007F']));
  });

  it('stops at once although somebody is in a room', async () => {
    const server = await start();
    await rooms(server).createRoom({ name: 'busy' });
    const token = new AccessToken(server.apiKey, server.apiSecret, { identity: 'ana' });
    token.addGrant({ roomJoin: true, room: 'busy' });
    const room = new Room();
    await room.connect(server.url, await token.toJwt(), { autoSubscribe: false, dynacast: false });
    const startedAt = Date.now();
    await server[Symbol.asyncDispose]();
    expect(Date.now() - startedAt).toBeLessThan(3_000);
    expect(server.pid()).toBeNull();
    await room.disconnect();
  });
});

/** Local addresses of the unconnected sockets of a process (proc(5), net/tcp: field 1 address, 2 peer, 9 inode). */
async function listBoundAddresses(pid: number): Promise<string[]> {
  const fds = await readdir(`/proc/${pid}/fd`);
  const links = await Promise.all(fds.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
  const inodes = new Set(links.map((link) => link.match(/^socket:\[(\d+)\]$/)?.[1]));
  const tables = await Promise.all(
    ['tcp', 'tcp6', 'udp', 'udp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  );
  return tables
    .flatMap((table) => table.split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => inodes.has(fields[9]) && fields[2]?.endsWith(':0000'))
    .map((fields) => fields[1] ?? '');
}
