/** The few LiveKit calls that web makes, behind an interface that tests can stand in for. */
import { AccessToken, AgentDispatchClient, type ParticipantInfo, TrackSource } from 'livekit-server-sdk';
import type { Config } from '../lib/config.ts';
import { agentName, personAttributes } from '../lib/messages.ts';
import {
  callLiveKit as call,
  createRoomControl,
  createRoomService,
  ignoreMissing,
  type RoomControl,
} from '../lib/room-control.ts';
import { attributesOf, grantsOf, type Standing } from './grants.ts';

export interface RoomParticipant {
  identity: string;
  sid: string;
  kind: 'standard' | 'agent' | 'other';
  joinedAt: Date;
  attributes: Record<string, string>;
  canPublish: boolean;
  /** False when only other sources than the microphone are allowed. */
  canUseMicrophone: boolean;
  canShareScreen: boolean;
  /** Sends a screen now. */
  sharesScreen: boolean;
}

export interface LiveKitPort extends RoomControl {
  /** Creates the room or finds it as it is; returns its sid. */
  createRoom(name: string, metadata: string): Promise<{ sid: string }>;
  /** Metadata by name, of those of `names` whose rooms exist; of all rooms without. */
  listRooms(names?: string[]): Promise<Map<string, string>>;
  /** Who is in the room; nobody when it does not exist. */
  listParticipants(room: string): Promise<RoomParticipant[]>;
  removeParticipant(room: string, identity: string): Promise<void>;
  /** What everyone in the room reads from now on; succeeds also when there is no room. */
  updateRoomMetadata(room: string, metadata: string): Promise<void>;
  dispatchAgent(room: string, metadata: string): Promise<void>;
  /** Applies permissions and attributes to someone who is connected; succeeds when nobody is. */
  setStanding(room: string, identity: string, standing: Standing): Promise<void>;
  /** Never for the shared screen: that is asked for in the room. */
  createJoinToken(
    person: { room: string; identity: string; name: string } & Omit<Standing, 'sharing'>,
  ): Promise<string>;
  /** For a participant whom nobody sees, who hears and says nothing; shown to the room as a recorder. */
  createRecorderToken(room: string, identity: string): Promise<string>;
  /** Throws when LiveKit does not answer within `timeoutMs`. */
  ping(timeoutMs: number): Promise<void>;
}

/** Seconds that an empty room waits for its first person, and after the last one has left. */
const emptyTimeoutSeconds = 10 * 60;
const departureTimeoutSeconds = 20;

export function createLiveKitPort(livekit: NonNullable<Config['livekit']>): LiveKitPort {
  const host = livekit.url.replace(/^ws/, 'http');
  const options = { requestTimeout: 5 };
  const rooms = createRoomService(livekit);
  const dispatches = new AgentDispatchClient(host, livekit.apiKey, livekit.apiSecret, options);

  return {
    ...createRoomControl(rooms),
    createRoom: (name, metadata) =>
      call(async () => {
        const room = await rooms.createRoom({
          name,
          metadata,
          emptyTimeout: emptyTimeoutSeconds,
          departureTimeout: departureTimeoutSeconds,
        });
        return { sid: room.sid };
      }),
    listRooms: (names) =>
      call(async () => new Map((await rooms.listRooms(names)).map((room) => [room.name, room.metadata]))),
    listParticipants: (room) => call(async () => (await rooms.listParticipants(room)).map(toRoomParticipant)),
    removeParticipant: (room, identity) =>
      call(async () => void (await ignoreMissing(rooms.removeParticipant(room, identity)))),
    updateRoomMetadata: (room, metadata) =>
      call(async () => void (await ignoreMissing(rooms.updateRoomMetadata(room, metadata)))),
    dispatchAgent: (room, metadata) =>
      call(async () => void (await dispatches.createDispatch(room, agentName, { metadata }))),
    setStanding: (room, identity, standing) =>
      call(async () => {
        const { canUpdateOwnMetadata, ...grants } = grantsOf(standing);
        const permission = { ...grants, canUpdateMetadata: canUpdateOwnMetadata };
        const attributes = attributesOf(standing);
        await ignoreMissing(rooms.updateParticipant(room, identity, { permission, attributes }));
      }),
    createJoinToken: async ({ room, identity, name, role, silenced, muteAsks }) => {
      const token = new AccessToken(livekit.apiKey, livekit.apiSecret, {
        identity,
        name,
        ttl: '10m',
        attributes: { [personAttributes.consent]: 'true', ...attributesOf({ role, silenced, muteAsks }) },
      });
      token.addGrant({ roomJoin: true, room, ...grantsOf({ role, silenced, sharing: false }) });
      return token.toJwt();
    },
    createRecorderToken: (room, identity) => {
      const token = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity, ttl: '10m' });
      token.addGrant({
        roomJoin: true,
        room,
        hidden: true,
        recorder: true,
        canPublish: false,
        canPublishData: false,
        canSubscribe: true,
      });
      return token.toJwt();
    },
    ping: async (timeoutMs) => {
      await Promise.race([
        rooms.listRooms(['parley-health']),
        new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), timeoutMs).unref()),
      ]);
    },
  };
}

// livekit_models.proto, ParticipantInfo.Kind; the SDK does not export the enum.
const kinds: Record<number, RoomParticipant['kind']> = { 0: 'standard', 4: 'agent' };

/** What LiveKit says of one participant, in a list or in a webhook. */
export function toRoomParticipant(info: ParticipantInfo): RoomParticipant {
  const joinedMs = info.joinedAtMs > 0n ? Number(info.joinedAtMs) : Number(info.joinedAt) * 1000;
  return {
    identity: info.identity,
    sid: info.sid,
    kind: info.permission?.hidden ? 'other' : (kinds[info.kind] ?? 'other'),
    joinedAt: new Date(joinedMs),
    attributes: { ...info.attributes },
    canPublish: info.permission?.canPublish ?? false,
    canUseMicrophone: mayPublish(info, TrackSource.MICROPHONE),
    canShareScreen: mayPublish(info, TrackSource.SCREEN_SHARE),
    sharesScreen: info.tracks.some(({ source }) => source === TrackSource.SCREEN_SHARE),
  };
}

function mayPublish({ permission }: ParticipantInfo, source: TrackSource): boolean {
  if (!permission?.canPublish) return false;
  const sources = permission.canPublishSources;
  return sources.length === 0 || sources.includes(source);
}
