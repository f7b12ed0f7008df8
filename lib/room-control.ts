/** What more than web does to LiveKit rooms: tell everyone in one, and close it. */
import { DataPacket_Kind, RoomServiceClient } from 'livekit-server-sdk';
import type { Config } from './config.ts';
import { type ControlMessage, controlTopic } from './control-messages.ts';
import { ParleyError } from './errors.ts';
import type { MeetingId } from './ids.ts';
import type { Logger } from './logger.ts';

export interface RoomControl {
  /** To everyone in the room, or to the people named. */
  sendControl(room: string, message: ControlMessage, to?: string[]): Promise<void>;
  /** Succeeds also when the room is gone already. */
  deleteRoom(room: string): Promise<void>;
}

export function createRoomService(livekit: NonNullable<Config['livekit']>): RoomServiceClient {
  const host = livekit.url.replace(/^ws/, 'http');
  return new RoomServiceClient(host, livekit.apiKey, livekit.apiSecret, { requestTimeout: 5 });
}

/** Every failure of LiveKit is `unavailable`. */
export function createRoomControl(rooms: RoomServiceClient): RoomControl {
  return {
    deleteRoom: (room) => callLiveKit(async () => void (await ignoreMissing(rooms.deleteRoom(room)))),
    sendControl: (room, message, to) =>
      callLiveKit(async () => {
        if (to?.length === 0) return;
        // Data for a missing room costs livekit-server 3 s before it says so.
        if ((await rooms.listRooms([room])).length === 0) return;
        const bytes = new TextEncoder().encode(JSON.stringify(message));
        await rooms.sendData(room, bytes, DataPacket_Kind.RELIABLE, {
          topic: controlTopic,
          ...(to ? { destinationIdentities: to } : {}),
        });
      }),
  };
}

/** Tells everyone in the room of an ended meeting, then closes it; the reconciler tries again when this fails. */
export async function closeRoom(rooms: RoomControl, id: MeetingId, logger: Logger): Promise<void> {
  try {
    await rooms.sendControl(id, { type: 'meeting.ended' });
    await rooms.deleteRoom(id);
  } catch (error) {
    logger.warn({ err: error, meetingId: id }, 'room not closed yet');
  }
}

export async function ignoreMissing<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 404) return null;
    throw error;
  }
}

export async function callLiveKit<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw new ParleyError('unavailable', 'The media server does not answer. Try again in a moment.', {
      cause,
    });
  }
}
