/**
 * Keeps who writes under which client id of one document. Yjs tells what is new by client id and clock: whoever could
 * write under somebody else's id would make what that person writes next look known, and nobody would ever see it.
 */
import { claimClients } from '../../db/queries/documents.ts';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';

/** Of one page there is one; two where Yjs has found it to be taken and has chosen another. */
const mostAtOnce = 16;

export interface ClientOwners {
  /** Those of the ids that are not this person's. What nobody has is theirs from now on. */
  claim(participantId: ParticipantId, clients: Iterable<number>): Promise<Set<number>>;
}

export function createClientOwners({ database: { db } }: WebContext, id: Id<'doc'>): ClientOwners {
  /** Never change. */
  const known = new Map<number, ParticipantId>();
  return {
    async claim(participantId, clients) {
      const wanted = [...clients];
      const unknown = wanted.filter((client) => !known.has(client));
      if (unknown.length > 0 && unknown.length <= mostAtOnce) {
        const owners = await claimClients(db, { id, participantId }, unknown);
        for (const [client, owner] of owners) known.set(client, owner);
      }
      return new Set(wanted.filter((client) => known.get(client) !== participantId));
    },
  };
}
