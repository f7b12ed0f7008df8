import type { Member } from '../../db/queries/members.ts';

/** What counts here of somebody who was let into the meeting. */
export type Named = Pick<Member, 'id' | 'name' | 'userId' | 'present' | 'address'>;

export interface ChosenPeople {
  /** Names with their address, each address once. */
  reached: { name: string; email: string }[];
  /** Names without an address, of nobody here, or of several people who cannot be told apart. */
  unreached: string[];
}

/** Whom the names of a proposal mean. Names were settled when it was made: only whole ones count here. */
export function choosePeople(people: readonly Named[], names: readonly string[]): ChosenPeople {
  const chosen: ChosenPeople = { reached: [], unreached: [] };
  for (const name of new Set(names)) {
    const email = addressOf(people.filter((person) => person.name === name));
    if (email === null) chosen.unreached.push(name);
    else if (!chosen.reached.some((other) => other.email === email)) chosen.reached.push({ name, email });
  }
  return chosen;
}

/** The person by a whole name, rather one who is here; null for nobody, or for several. */
export function findByName(people: readonly Named[], name: string): Named | null {
  const named = people.filter((person) => person.name === name);
  const here = named.filter(({ present }) => present);
  const [only, ...others] = here.length > 0 ? here : named;
  return only && others.length === 0 ? only : null;
}

/** One address, also of somebody who came on several devices; null when two people have the name. */
function addressOf(named: readonly Named[]): string | null {
  const known = new Set(named.flatMap(({ address }) => address ?? []));
  const [only, ...others] = known;
  return only !== undefined && others.length === 0 ? only : null;
}
