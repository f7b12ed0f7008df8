/** The room as the AI participant needs it: who is in it, and calls to one of them. */
import { ParticipantKind, type Room } from '@livekit/rtc-node';
import { idSchema } from '../../lib/id-schema.ts';
import type { ParticipantId } from '../../lib/ids.ts';
import { limits, personAttributes } from '../../lib/messages.ts';
import { type Role, roleSchema } from '../../lib/roles.ts';
import { cleanText } from '../../lib/text.ts';

export interface PersonInRoom {
  id: ParticipantId;
  name: string;
  role: Role;
}

export interface AssistantRoom {
  people(): PersonInRoom[];
  /** Calls a person's browser and gives its answer; rejects when it cannot be reached or does not know the method. */
  call(identity: string, method: string, payload: object): Promise<string>;
}

/** A browser answers at once or not at all; the protocol's own floor is 8 s. */
const callTimeoutMs = 8_000;

export function createAssistantRoom(room: Room): AssistantRoom {
  return {
    people: () =>
      [...room.remoteParticipants.values()].flatMap(({ identity, name, info, attributes }) => {
        const id = idSchema('par').safeParse(identity);
        if (!id.success || info.kind !== ParticipantKind.STANDARD) return [];
        const role = roleSchema.safeParse(attributes[personAttributes.role]);
        return [
          {
            id: id.data,
            name: cleanText(name ?? '', limits.name) || 'Someone',
            role: role.success ? role.data : 'viewer',
          },
        ];
      }),
    call(identity, method, payload) {
      const me = room.localParticipant;
      if (!me) return Promise.reject(new Error('not connected'));
      return me.performRpc({
        destinationIdentity: identity,
        method,
        payload: JSON.stringify(payload),
        responseTimeout: callTimeoutMs,
      });
    },
  };
}
