import { Room, RoomEvent } from '@livekit/rtc-node';
import { nowMs } from '../e2e/rehearsal/clock.ts';

interface Watch {
  url: string;
  token: string;
  identity: string;
  attribute: string;
}

/** Enters a room, and leaves it when a participant has shown an attribute; the moment at which it did. */
export async function awaitAttribute({ url, token, identity, attribute }: Watch): Promise<number> {
  const room = new Room();
  const seen = Promise.withResolvers<number>();
  const look = () => {
    if (room.remoteParticipants.get(identity)?.attributes[attribute] !== undefined) seen.resolve(nowMs());
  };
  room.on(RoomEvent.ParticipantAttributesChanged, look).on(RoomEvent.ParticipantConnected, look);
  await room.connect(url, token, { autoSubscribe: false, dynacast: false });
  look();
  const atMs = await seen.promise;
  await room.disconnect();
  return atMs;
}
