import type { ParticipantId } from '../../lib/ids.ts';
import { asSeen } from './look-alike.ts';

interface Named {
  id: ParticipantId;
  name: string;
  /** In the room now. */
  present: boolean;
}

export type Resolved<P extends Named> =
  | { kind: 'one'; person: P }
  | { kind: 'unknown' }
  /** Who it could be. */
  | { kind: 'several'; people: P[] };

/**
 * Whom a name means: by id, then by the whole name, then by whole words of it, then by its beginning; of several
 * the one who is here. Names that look the same are the same: a guest who is called like the host must not get what
 * is the host's.
 */
export function resolvePerson<P extends Named>(people: readonly P[], name: string): Resolved<P> {
  const byId = people.find(({ id }) => id === name);
  if (byId) return { kind: 'one', person: byId };
  const wanted = asSeen(name);
  if (wanted === '') return { kind: 'unknown' };
  const steps: ((seen: string) => boolean)[] = [
    (seen) => seen === wanted,
    (seen) => ` ${seen} `.includes(` ${wanted} `),
    (seen) => seen.startsWith(wanted) || ` ${seen}`.includes(` ${wanted}`),
  ];
  for (const matches of steps) {
    const found = people.filter((person) => matches(asSeen(person.name)));
    if (found.length > 0) return choose(found);
  }
  return { kind: 'unknown' };
}

function choose<P extends Named>(found: P[]): Resolved<P> {
  const here = found.filter(({ present }) => present);
  const [first, ...others] = here.length > 0 ? here : found;
  return first && others.length === 0 ? { kind: 'one', person: first } : { kind: 'several', people: found };
}
