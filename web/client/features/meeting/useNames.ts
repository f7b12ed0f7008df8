import { useLocalParticipant, useRemoteParticipants } from '@livekit/components-react';
import { ParticipantKind, RoomEvent } from 'livekit-client';

const whenRenamed = { updateOnlyOn: [RoomEvent.ParticipantNameChanged] };

/** Everyone who is here, as they are called. */
export function useNames(): string[] {
  const { localParticipant } = useLocalParticipant();
  const people = useRemoteParticipants(whenRenamed).filter(({ kind }) => kind !== ParticipantKind.AGENT);
  return [localParticipant, ...people].flatMap(({ name }) => name || []);
}
