import { expect, it } from 'vitest';
import type { LiveKitPort } from '../livekit-port.ts';

interface PortUnderTest {
  port: LiveKitPort;
  /** A room's metadata as its participants see it. */
  readMetadata(room: string): Promise<string | null>;
}

/** What every LiveKit port must do; run on the fake and on a real livekit-server. */
export function describeLiveKitPort(openTest: () => PortUnderTest): void {
  const open = () => openTest().port;
  const name = () => `mtg_contract_${Math.random().toString(36).slice(2)}`;

  it('creates a room once, and finds it by name', async () => {
    const port = open();
    const room = name();
    const first = await port.createRoom(room, '{}');
    expect(await port.createRoom(room, '{"other":1}')).toEqual(first);
    expect(await port.listRooms([room, `${room}-none`])).toEqual(new Map([[room, '{}']]));
    expect([...(await port.listRooms()).keys()]).toContain(room);
    expect(await port.listParticipants(room)).toEqual([]);
    await port.deleteRoom(room);
  });

  it('knows nothing of a room that is not there, and takes its end twice', async () => {
    const port = open();
    const room = name();
    expect(await port.listParticipants(room)).toEqual([]);
    await port.createRoom(room, '{}');
    await port.deleteRoom(room);
    await port.deleteRoom(room);
    expect(await port.listRooms([room])).toEqual(new Map());
    expect(await port.listParticipants(room)).toEqual([]);
  });

  it('gives a room that is made again another sid', async () => {
    const port = open();
    const room = name();
    const first = await port.createRoom(room, '{}');
    await port.deleteRoom(room);
    expect((await port.createRoom(room, '{}')).sid).not.toBe(first.sid);
    await port.deleteRoom(room);
  });

  it('succeeds in removing or telling someone who is not there', async () => {
    const port = open();
    const room = name();
    await port.removeParticipant(room, 'par_nobody');
    await port.sendControl(room, { type: 'meeting.ended' });
    await port.setStanding(room, 'par_nobody', {
      role: 'guest',
      silenced: true,
      muteAsks: 0,
      sharing: false,
    });
    await port.createRoom(room, '{}');
    await port.removeParticipant(room, 'par_nobody');
    await port.setStanding(room, 'par_nobody', {
      role: 'guest',
      silenced: true,
      muteAsks: 0,
      sharing: false,
    });
    await port.sendControl(room, { type: 'meeting.ended' });
    await port.sendControl(room, { type: 'people.changed' }, ['par_nobody']);
    await port.sendControl(room, { type: 'people.changed' }, []);
    await port.dispatchAgent(room, '{}');
    await port.deleteRoom(room);
  });

  it('changes what the room says of itself, and takes it when there is no room', async () => {
    const { port, readMetadata } = openTest();
    const room = name();
    await port.updateRoomMetadata(room, '{"v":1}');
    expect(await port.listRooms([room])).toEqual(new Map());
    const { sid } = await port.createRoom(room, '{"v":1}');
    await port.updateRoomMetadata(room, '{"v":2}');
    expect(await port.createRoom(room, '{"v":1}')).toEqual({ sid });
    expect(await readMetadata(room)).toBe('{"v":2}');
    expect(await port.listRooms([room])).toEqual(new Map([[room, '{"v":2}']]));
    await port.deleteRoom(room);
  });

  it('answers a ping', async () => {
    await open().ping(2_000);
  });
}
