import { useLocalParticipant, useRemoteParticipants } from '@livekit/components-react';
import { ParticipantKind } from 'livekit-client';

/** Everyone who is here, as they are called. */
export function useNames(): string[] {
  const { localParticipant } = useLocalParticipant();
  const people = useRemoteParticipants().filter(({ kind }) => kind !== ParticipantKind.AGENT);
  return [localParticipant, ...people].flatMap(({ name }) => name || []);
}
