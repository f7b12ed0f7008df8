import { createId } from '../../../lib/ids.ts';
import type { Role } from '../../../lib/roles.ts';
import type { AssistantRoom, PersonInRoom } from '../assistant-room.ts';

export interface FakeRoom extends AssistantRoom {
  present: PersonInRoom[];
  /** Calls that came through, by the first name of who was called. */
  readonly calls: { who: string; method: string; payload: object }[];
  /** Calls to them fail while they are in here. */
  readonly unreachable: Set<string>;
}

export const personOf = (name: string, role: Role = 'participant'): PersonInRoom => ({
  id: createId('par'),
  name,
  role,
});

export function createFakeRoom(present: PersonInRoom[]): FakeRoom {
  const room: FakeRoom = {
    present,
    calls: [],
    unreachable: new Set(),
    people: () => room.present,
    async call(identity, method, payload) {
      const person = room.present.find(({ id }) => id === identity);
      if (!person || room.unreachable.has(identity)) throw new Error('recipient not found');
      room.calls.push({ who: person.name.split(' ')[0] ?? '', method, payload });
      return JSON.stringify({ shown: true });
    },
  };
  return room;
}
