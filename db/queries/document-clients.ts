/** Under which client ids of Yjs people write in a document: each id is one person's. */
import { and, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { documentClients } from '../schema/documents.ts';

/** A page takes one each time that it is loaded, and most are closed again without a word. */
const mostIdle = 1_000;

interface ClientHolder {
  /** Of the document. */
  id: Id<'doc'>;
  participantId: ParticipantId;
}

/**
 * Whose these client ids are. Those that nobody has are this person's from now on. Of more than `mostIdle` under which they
 * have written nothing, the oldest are forgotten: there is nothing in the document that is theirs by them.
 */
export async function claimClients(
  db: Tx,
  { id, participantId }: ClientHolder,
  clients: readonly number[],
): Promise<Map<number, ParticipantId>> {
  const taken = await db
    .insert(documentClients)
    .values(
      clients.map((client) => ({
        documentId: id,
        client,
        participantId,
        idleSince: sql`clock_timestamp()`,
      })),
    )
    .onConflictDoNothing()
    .returning({ client: documentClients.client });
  if (taken.length > 0) await forgetIdle(db, { id, participantId });
  const rows = await db
    .select({ client: documentClients.client, participantId: documentClients.participantId })
    .from(documentClients)
    .where(isOneOf(id, clients));
  return new Map(rows.map((row) => [row.client, row.participantId]));
}

async function forgetIdle(db: Tx, { id, participantId }: ClientHolder): Promise<void> {
  const isIdle = and(
    eq(documentClients.documentId, id),
    eq(documentClients.participantId, participantId),
    isNotNull(documentClients.idleSince),
  );
  const oldest = db
    .select({ client: documentClients.client })
    .from(documentClients)
    .where(isIdle)
    .orderBy(desc(documentClients.idleSince), desc(documentClients.client))
    .offset(mostIdle);
  // Asked again for each row: somebody may write under one of them at this moment.
  await db.delete(documentClients).where(and(isIdle, inArray(documentClients.client, oldest)));
}

/** Whether none of these client ids is somebody else's. */
export async function mayWriteUnder(
  db: Tx,
  { id, participantId }: ClientHolder,
  clients: readonly number[],
): Promise<boolean> {
  const isForeign = and(isOneOf(id, clients), ne(documentClients.participantId, participantId));
  return (await db.$count(documentClients, isForeign)) === 0;
}

/**
 * Makes these client ids this person's for as long as the document is, in the transaction that stores what they write under
 * them. Throws when one has become somebody else's meanwhile.
 */
export async function keepClients(
  tx: Tx,
  { id, participantId }: ClientHolder,
  clients: readonly number[],
): Promise<void> {
  const kept = await tx
    .insert(documentClients)
    .values(clients.map((client) => ({ documentId: id, client, participantId, idleSince: null })))
    .onConflictDoUpdate({
      target: [documentClients.documentId, documentClients.client],
      set: { idleSince: null },
      setWhere: eq(documentClients.participantId, participantId),
    })
    .returning({ client: documentClients.client });
  if (kept.length < clients.length) throw new Error('a client id has become somebody else’s');
}

const isOneOf = (id: Id<'doc'>, clients: readonly number[]) =>
  and(eq(documentClients.documentId, id), inArray(documentClients.client, [...clients]));
