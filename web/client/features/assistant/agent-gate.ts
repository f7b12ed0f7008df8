/**
 * Knows which participant is the AI participant of this meeting: of kind AGENT, with the newest epoch that was ever
 * here. livekit-server stamps the identity of whoever calls; nobody else's calls are listened to.
 */
import { ParticipantKind, type Room } from 'livekit-client';
import { epochOfIdentity } from '../../../../lib/messages.ts';

export interface AgentGate {
  /** True when the caller is the AI participant. */
  admits(identity: string): boolean;
  /** Whom to ask; null when it is not here. */
  find(): string | null;
}

type RoomPeople = Pick<Room, 'remoteParticipants'>;

export function createAgentGate(room: RoomPeople, meetingId: string): AgentGate {
  let newestEver = 0;
  const find = () => {
    const agents = [...room.remoteParticipants.values()].flatMap(({ identity, kind }) => {
      const epoch = kind === ParticipantKind.AGENT ? epochOfIdentity(meetingId, identity) : null;
      return epoch === null ? [] : [{ identity, epoch }];
    });
    newestEver = agents.reduce((newest, { epoch }) => Math.max(newest, epoch), newestEver);
    return agents.find(({ epoch }) => epoch === newestEver)?.identity ?? null;
  };
  return { admits: (identity) => find() === identity, find };
}
