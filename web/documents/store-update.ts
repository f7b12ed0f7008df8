/** Stores what somebody adds to a document, before anybody sees it. */
import { keepClients, mayWriteUnder } from '../../db/queries/document-clients.ts';
import { appendUpdate, compactDocument, lockWriter } from '../../db/queries/documents.ts';
import type { DocumentRights } from '../../lib/documents/document-messages.ts';
import { type DocumentRef, maxDocumentBytes } from '../../lib/documents/document-name.ts';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';
import { mostClientsAtOnce } from './client-owners.ts';
import { documentRights } from './document-rights.ts';

export type StoreOutcome =
  | { kind: 'stored'; seq: number }
  /** What they may do now; null: nothing, also not read. */
  | { kind: 'refused'; rights: DocumentRights | null }
  /** Something in it is under the client id of somebody else. */
  | { kind: 'foreign' }
  | { kind: 'full' };

/** Who writes where. */
export interface Writing {
  id: Id<'doc'>;
  ref: DocumentRef;
  participantId: ParticipantId;
  /** Client ids that it brings something under, and that may be anybody's. */
  clients: readonly number[];
}

/** Whether they may is decided here, as it is stored at this moment. */
export async function storeUpdate(
  { database: { db }, logger }: Pick<WebContext, 'database' | 'logger'>,
  writing: Writing,
  update: Uint8Array,
): Promise<StoreOutcome> {
  const outcome = await tryToStore(db, writing, update);
  if (outcome.kind !== 'full') return outcome;
  // What was deleted takes room until then.
  const broken = await compactDocument(db, writing.id);
  if (broken > 0) logger.warn({ documentId: writing.id, broken }, 'left updates out that cannot be read');
  return tryToStore(db, writing, update);
}

function tryToStore(
  db: WebContext['database']['db'],
  { id, ref, participantId, clients }: Writing,
  update: Uint8Array,
): Promise<StoreOutcome> {
  return db.transaction(async (tx): Promise<StoreOutcome> => {
    const writer = await lockWriter(tx, ref.meetingId, participantId);
    const rights = writer && documentRights(ref, { ...writer, person: { id: participantId, ...writer } });
    if (!rights?.mayWrite) return { kind: 'refused', rights };
    const holder = { id, participantId };
    if (clients.length > mostClientsAtOnce) return { kind: 'foreign' };
    if (clients.length > 0 && !(await mayWriteUnder(tx, holder, clients))) return { kind: 'foreign' };
    const seq = await appendUpdate(tx, { id, ref }, update, maxDocumentBytes[ref.kind]);
    if (seq === null) return { kind: 'full' };
    if (clients.length > 0) await keepClients(tx, holder, clients);
    return { kind: 'stored', seq };
  });
}
