/**
 * Keeps who writes under which client id of one document. Yjs tells what is new by client id and clock: whoever could
 * write under somebody else's id would make what that person writes next look known, and nobody would ever see it.
 */
import { claimClients } from '../../db/queries/document-clients.ts';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';

/** Of one page there is one; two where Yjs has found it to be taken and has chosen another. */
export const mostClientsAtOnce = 16;

export interface ClientOwners {
  /** Of whose carets these are, those that are not this person's. What nobody has is theirs from now on. */
  claim(participantId: ParticipantId, clients: Iterable<number>): Promise<Set<number>>;
  /** Those of the ids of which it is not known here that this person has written under them before. */
  unproven(participantId: ParticipantId, clients: Iterable<number>): number[];
  /** What they wrote under these is stored: nobody else's from now on, ever. */
  noteWritten(participantId: ParticipantId, clients: Iterable<number>): void;
}

export function createClientOwners({ database: { db } }: WebContext, id: Id<'doc'>): ClientOwners {
  /** Says who points, not who may write: one that was never written under may be forgotten, and become another's. */
  const carets = new Map<number, ParticipantId>();
  /** Never change. */
  const writers = new Map<number, ParticipantId>();
  return {
    async claim(participantId, clients) {
      const wanted = [...clients];
      const unknown = wanted.filter((client) => !carets.has(client));
      if (unknown.length > 0 && unknown.length <= mostClientsAtOnce) {
        const owners = await claimClients(db, { id, participantId }, unknown);
        for (const [client, owner] of owners) carets.set(client, owner);
      }
      return new Set(wanted.filter((client) => carets.get(client) !== participantId));
    },
    unproven(participantId, clients) {
      return [...clients].filter((client) => writers.get(client) !== participantId);
    },
    noteWritten(participantId, clients) {
      for (const client of clients) {
        writers.set(client, participantId);
        carets.set(client, participantId);
      }
    },
  };
}
