import { idSchema } from '../../../../lib/id-schema.ts';
import type { ParticipantId } from '../../../../lib/ids.ts';

export interface AssignablePerson {
  id: ParticipantId;
  name: string;
}

interface InRoom {
  identity: string;
  name?: string | undefined;
}

/** Who in the room can be given a place, by name. Not the host who gives it: hosts go where they like. */
export function listAssignable(inRoom: readonly InRoom[], hostId: string): AssignablePerson[] {
  return inRoom
    .flatMap(({ identity, name = '' }) => {
      const id = idSchema('par').safeParse(identity).data;
      return id && id !== hostId ? [{ id, name }] : [];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
