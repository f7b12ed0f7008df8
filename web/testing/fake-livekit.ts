import { TrackSource } from 'livekit-server-sdk';
import type { ControlMessage } from '../../lib/control-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { attributesOf, grantsOf } from '../grants.ts';
import type { LiveKitPort, RoomParticipant } from '../livekit-port.ts';

/** LiveKit in memory. It passes the same contract suite as the real server (`livekit-port.contract.ts`). */
export interface FakeLiveKit extends LiveKitPort {
  /** Puts someone into a room, as a client that connects with its token would. */
  enter(
    room: string,
    participant: Omit<RoomParticipant, keyof typeof fresh> & Partial<RoomParticipant>,
  ): void;
  exit(room: string, identity: string): void;
  /** Closes a room as livekit-server does by itself, or by a restart. */
  forget(room: string): void;
  dispatched: { room: string; metadata: string }[];
  /** What people in the room read; null when there is no room. */
  metadataOf(room: string): string | null;
  controls: { room: string; message: ControlMessage; to?: string[] }[];
  /** Who was put out, in order. */
  removed: string[];
  /** While false every call fails as when the server does not answer. */
  reachable: boolean;
}

/** What a token of a person without limits gives. */
const fresh = {
  attributes: {} as Record<string, string>,
  canPublish: true,
  canUseMicrophone: true,
  canShareScreen: false,
  sharesScreen: false,
};

export function createFakeLiveKit(): FakeLiveKit {
  const rooms = new Map<string, { sid: string; metadata: string; people: Map<string, RoomParticipant> }>();
  let count = 0;
  const fake: FakeLiveKit = {
    dispatched: [],
    controls: [],
    removed: [],
    reachable: true,
    enter: (room, participant) =>
      void rooms.get(room)?.people.set(participant.identity, { ...fresh, ...participant }),
    exit: (room, identity) => void rooms.get(room)?.people.delete(identity),
    forget: (room) => void rooms.delete(room),
    metadataOf: (room) => rooms.get(room)?.metadata ?? null,
    async createRoom(name, metadata) {
      check();
      const room = rooms.get(name) ?? { sid: `RM_${++count}`, metadata, people: new Map() };
      rooms.set(name, room);
      return { sid: room.sid };
    },
    async listRooms(names) {
      check();
      return new Map(
        [...rooms].flatMap(([name, { metadata }]) =>
          !names || names.includes(name) ? [[name, metadata] as const] : [],
        ),
      );
    },
    async listParticipants(room) {
      check();
      return [...(rooms.get(room)?.people.values() ?? [])];
    },
    async deleteRoom(room) {
      check();
      rooms.delete(room);
    },
    async removeParticipant(room, identity) {
      check();
      if (rooms.get(room)?.people.delete(identity)) fake.removed.push(identity);
    },
    async updateRoomMetadata(name, metadata) {
      check();
      const room = rooms.get(name);
      if (room) room.metadata = metadata;
    },
    async dispatchAgent(room, metadata) {
      check();
      fake.dispatched.push({ room, metadata });
    },
    async sendControl(room, message, to) {
      check();
      if (rooms.has(room) && to?.length !== 0) fake.controls.push({ room, message, ...(to && { to }) });
    },
    async setStanding(room, identity, standing) {
      check();
      const person = rooms.get(room)?.people.get(identity);
      if (!person) return;
      const { canPublish, canPublishSources } = grantsOf(standing);
      person.attributes = { ...person.attributes, ...attributesOf(standing) };
      person.canPublish = canPublish;
      person.canUseMicrophone = canPublish && canPublishSources.includes(TrackSource.MICROPHONE);
      person.canShareScreen = canPublish && canPublishSources.includes(TrackSource.SCREEN_SHARE);
      person.sharesScreen &&= person.canShareScreen;
    },
    createRecorderToken: async (room, identity) => `recorder-token-of-${identity}-for-${room}`,
    createJoinToken: async ({ room, identity }) => `token-of-${identity}-for-${room}`,
    async ping() {
      check();
    },
  };
  const check = () => {
    if (!fake.reachable) throw new ParleyError('unavailable', 'The media server does not answer.');
  };
  return fake;
}
