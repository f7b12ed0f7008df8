import type { Member } from '../../db/queries/members.ts';
import type { MeantPerson } from '../../lib/tools/tool.ts';

/** What counts here of somebody who was let into the meeting. */
export type Named = Pick<Member, 'id' | 'name' | 'userId' | 'present' | 'address'>;

export interface ChosenPeople {
  /** Names with their address, each address once. */
  reached: { name: string; email: string }[];
  /** Names of people without an address, or who are not of the meeting any more. */
  unreached: string[];
}

/**
 * The addresses of those whom the names of a proposal mean. Who they are was settled before it was approved: who came
 * later under one of these names gets nothing.
 */
export function choosePeople(
  members: readonly Named[],
  meant: readonly MeantPerson[],
  names: readonly string[],
): ChosenPeople {
  const chosen: ChosenPeople = { reached: [], unreached: [] };
  for (const name of new Set(names)) {
    const emails = findMeant(members, meant, name).flatMap(({ address }) => address ?? []);
    if (emails.length === 0) chosen.unreached.push(name);
    for (const email of emails) {
      if (!chosen.reached.some((other) => other.email === email)) chosen.reached.push({ name, email });
    }
  }
  return chosen;
}

/** Those of the members whom a name in a proposal means. */
export function findMeant<P extends Pick<Named, 'id'>>(
  members: readonly P[],
  meant: readonly MeantPerson[],
  name: string,
): P[] {
  const ids = new Set(meant.flatMap((person) => (person.name === name ? person.id : [])));
  return members.filter(({ id }) => ids.has(id));
}

/** The person by a whole name, rather one who is here; null for nobody, or for several. */
export function findByName(people: readonly Named[], name: string): Named | null {
  const named = people.filter((person) => person.name === name);
  const here = named.filter(({ present }) => present);
  const [only, ...others] = here.length > 0 ? here : named;
  return only && others.length === 0 ? only : null;
}
