/** One document that people have open in this process. */
import type { Connection, Document } from '@hocuspocus/server';
import {
  compactDocument,
  type DocumentContent,
  ensureDocument,
  readDocument,
} from '../../db/queries/documents.ts';
import type { CloseReason } from '../../lib/documents/document-messages.ts';
import { type DocumentRef, documentName } from '../../lib/documents/document-name.ts';
import { tryApply } from '../../lib/documents/merge-updates.ts';
import type { Id } from '../../lib/ids.ts';
import type { WakeHub } from '../agent-events/wake-hub.ts';
import type { WebContext } from '../context.ts';
import { type ClientOwners, createClientOwners } from './client-owners.ts';
import { type Caller, rightsOf } from './document-caller.ts';
import { createRerun } from './rerun.ts';

/** Of several processes, the others show an update this much later; a burst of them is read at once. */
const catchUpMs = 30;
/** Reading a document should not take longer because it was written in many steps. */
const updatesPerState = 200;
/** RFC 6455: codes from 4000 on are the application's. */
const closeCode = 4_403;

export type DocumentConnection = Connection<{ caller?: Caller }>;

export interface OpenDocument extends Disposable {
  id: Id<'doc'>;
  ref: DocumentRef;
  owners: ClientOwners;
  /** Applies at once what other processes have stored. */
  catchUp(): Promise<void>;
  /** An update that this process has stored, and applies itself. */
  noteStored(seq: number): void;
  /** Gives a connection what its person may do now. Tells them when it has changed, or `always`. */
  settleRights(connection: DocumentConnection, options?: { always?: boolean }): Promise<void>;
}

/** Reads a document from the database, and keeps it up with what other processes store until it is disposed. */
export async function openDocument(
  context: WebContext,
  hub: WakeHub,
  { document, ref }: { document: Document; ref: DocumentRef },
): Promise<OpenDocument> {
  const { db } = context.database;
  const id = await ensureDocument(db, ref);
  let seq = 0;
  let sinceState = 0;

  const take = ({ updates, seq: last }: DocumentContent) => {
    const origin = { source: 'local' as const, skipStoreHooks: true };
    for (const update of updates) tryApply(document, update, origin);
    sinceState += updates.length;
    seq = Math.max(seq, last);
  };
  const onError = (error: unknown) => {
    context.logger.warn({ err: error, documentId: id, meetingId: ref.meetingId }, 'document not up to date');
  };
  const catchUp = async () => {
    const content = await readDocument(db, id, seq);
    if (content) take(content);
  };
  const catchUpSoon = createRerun(catchUp, { delayMs: catchUpMs, onError });
  const settleRights: OpenDocument['settleRights'] = async (connection, { always = false } = {}) => {
    const { caller } = connection.context;
    const rights = caller ? await rightsOf(context, ref, caller) : null;
    if (!rights) return closeFor(connection, 'forbidden');
    if (!always && connection.readOnly === !rights.mayWrite) return;
    connection.readOnly = !rights.mayWrite;
    connection.sendStateless(JSON.stringify(rights));
  };
  const settleAll = createRerun(
    async () => {
      for (const connection of document.getConnections()) await settleRights(connection);
    },
    { delayMs: 0, onError },
  );
  const compact = async () => {
    sinceState = 0;
    await compactDocument(db, id).catch(onError);
  };

  const followed = [hub.follow(documentName(ref), catchUpSoon.ask), hub.follow(ref.meetingId, settleAll.ask)];
  // What is stored from here on wakes it.
  const content = await readDocument(db, id, 0);
  if (content) take(content);

  return {
    id,
    ref,
    owners: createClientOwners(context, id),
    catchUp,
    settleRights,
    noteStored(stored) {
      // One that is missing in between is another process' and on its way.
      if (stored === seq + 1) seq = stored;
      sinceState += 1;
      if (sinceState >= updatesPerState) void compact();
    },
    [Symbol.dispose]() {
      for (const each of [...followed, catchUpSoon, settleAll]) each[Symbol.dispose]();
      if (sinceState > 1) void compact();
    },
  };
}

/** Ends one document for one person, with the reason; their other documents stay open. */
export function closeFor(connection: DocumentConnection, reason: CloseReason): void {
  connection.readOnly = true;
  connection.close({ code: closeCode, reason });
}
