import { ParticipantKind, type RemoteParticipant, type Room, RoomEvent } from '@livekit/rtc-node';
import { agentStateAttribute, epochOfIdentity } from '../lib/messages.ts';

/** True for an agent of a newer epoch that hears the meeting already. */
export function isSuccessor(
  participant: Pick<RemoteParticipant, 'identity' | 'attributes'> & { info: { kind?: ParticipantKind } },
  { meetingId, epoch }: { meetingId: string; epoch: number },
): boolean {
  const other = epochOfIdentity(meetingId, participant.identity);
  const state = participant.attributes[agentStateAttribute];
  return (
    participant.info.kind === ParticipantKind.AGENT &&
    other !== null &&
    other > epoch &&
    state !== undefined &&
    state !== 'joining'
  );
}

/**
 * Calls `onSuccessor` once when a newer agent hears the meeting. Web removes the older one too, but later: until
 * then both would write down the same words. Call before connecting, and `check` after.
 */
export function watchForSuccessor(
  room: Room,
  own: { meetingId: string; epoch: number },
  onSuccessor: () => void,
): { check: () => void } {
  let found = false;
  const check = () => {
    if (found || ![...room.remoteParticipants.values()].some((each) => isSuccessor(each, own))) return;
    found = true;
    onSuccessor();
  };
  room.on(RoomEvent.ParticipantConnected, check);
  room.on(RoomEvent.ParticipantAttributesChanged, check);
  return { check };
}
