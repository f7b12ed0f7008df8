import { type Doc, decodeUpdate, getState } from 'yjs';

/** The client ids under which an update brings something that the document does not have. Throws for what is no update. */
export function newClients(doc: Doc, update: Uint8Array): Set<number> {
  const clients = new Set<number>();
  for (const { id, length } of decodeUpdate(update).structs) {
    if (id.clock + length > getState(doc.store, id.client)) clients.add(id.client);
  }
  return clients;
}
