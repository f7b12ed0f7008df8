/**
 * Documents that people write in a meeting: a state and what was added to it since. Updates of one document become
 * visible in the order of their numbers, because its row is locked while one is added.
 */
import { and, asc, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { type DocumentRef, documentName } from '../../lib/documents/document-name.ts';
import { mergeUpdates } from '../../lib/documents/merge-updates.ts';
import type { NoteLine } from '../../lib/documents/note-line.ts';
import { readNoteLines } from '../../lib/documents/read-notes.ts';
import { createId, type Id, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import type { Db, Tx } from '../database.ts';
import { documents, documentUpdates } from '../schema/documents.ts';
import { meetings, participants } from '../schema/meetings.ts';

/**
 * Postgres channel that wakes those who have documents open. Its payload is the name of a document that has grown, or
 * the id of a meeting in which somebody may do more or less than before (by triggers, db/migrations).
 */
export const documentChannel = 'parley_documents';

/** Has web look again at who has the documents of a meeting open; where no trigger does. Heard at the commit. */
export async function announceRights(tx: Tx, meetingId: MeetingId): Promise<void> {
  await tx.execute(sql`select pg_notify(${documentChannel}, ${meetingId})`);
}

export interface DocumentContent {
  /** Updates of Yjs that add up to it, from where the caller was. */
  updates: Uint8Array[];
  /** Number of the last update in it. */
  seq: number;
}

const isDocument = ({ meetingId, kind, ownerId }: DocumentRef) =>
  and(
    eq(documents.meetingId, meetingId),
    eq(documents.kind, kind),
    ownerId === null ? isNull(documents.ownerId) : eq(documents.ownerId, ownerId),
  );

/** The id of a document, which is made at the first time. Throws when there is no such meeting or person. */
export async function ensureDocument(db: Tx, ref: DocumentRef): Promise<Id<'doc'>> {
  await db
    .insert(documents)
    .values({ id: createId('doc'), ...ref })
    .onConflictDoNothing();
  const [row] = await db.select({ id: documents.id }).from(documents).where(isDocument(ref));
  if (!row) throw new Error('the document is gone');
  return row.id;
}

/** What a document has behind update `after`; all of it for 0. Null when it is gone. */
export async function readDocument(db: Db, id: Id<'doc'>, after: number): Promise<DocumentContent | null> {
  // One snapshot: a state that is written in between would take its updates with it.
  return db.transaction(
    async (tx) => {
      const [row] = await tx.select().from(documents).where(eq(documents.id, id));
      if (!row) return null;
      const rows = await tx
        .select({ update: documentUpdates.update })
        .from(documentUpdates)
        .where(and(eq(documentUpdates.documentId, id), gt(documentUpdates.seq, after)))
        .orderBy(asc(documentUpdates.seq));
      const state = row.state && row.stateSeq > after ? [row.state] : [];
      return { updates: [...state, ...rows.map(({ update }) => update)], seq: row.seq };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** Everything in one document, as one update of Yjs; null when nobody ever opened it. */
export async function readDocumentState(db: Db, ref: DocumentRef): Promise<Uint8Array | null> {
  const [row] = await db.select({ id: documents.id }).from(documents).where(isDocument(ref));
  const content = row && (await readDocument(db, row.id, 0));
  return content ? mergeUpdates(content.updates).state : null;
}

/** What stands in notes now. */
export async function readNotes(db: Db, ref: DocumentRef): Promise<NoteLine[]> {
  const state = await readDocumentState(db, ref);
  return state ? readNoteLines(state) : [];
}

/** Adds an update; its number, or null when the document would have more than `maxBytes`, or is gone. */
export async function appendUpdate(
  tx: Tx,
  { id, ref }: { id: Id<'doc'>; ref: DocumentRef },
  update: Uint8Array,
  maxBytes: number,
): Promise<number | null> {
  const bytes = update.byteLength;
  const [row] = await tx
    .update(documents)
    .set({
      seq: sql`${documents.seq} + 1`,
      bytes: sql`${documents.bytes} + ${bytes}::int`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(documents.id, id), lte(documents.bytes, maxBytes - bytes)))
    .returning({ seq: documents.seq });
  if (!row) return null;
  await tx.insert(documentUpdates).values({ documentId: id, seq: row.seq, update });
  await tx.execute(sql`select pg_notify(${documentChannel}, ${documentName(ref)})`);
  return row.seq;
}

/** Makes one state of a document and the updates behind it. How many of them Yjs could not read. */
export function compactDocument(db: Db, id: Id<'doc'>): Promise<number> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(documents).where(eq(documents.id, id)).for('update');
    if (!row || row.seq === row.stateSeq) return 0;
    const added = await tx
      .select({ update: documentUpdates.update })
      .from(documentUpdates)
      .where(eq(documentUpdates.documentId, id))
      .orderBy(asc(documentUpdates.seq));
    const all = [...(row.state ? [row.state] : []), ...added.map(({ update }) => update)];
    const { state, broken } = mergeUpdates(all);
    await tx
      .update(documents)
      .set({ state, stateSeq: row.seq, bytes: state.byteLength })
      .where(eq(documents.id, id));
    await tx.delete(documentUpdates).where(eq(documentUpdates.documentId, id));
    return broken;
  });
}

/** What decides about writing; the meeting does not end, and the person does not change, before the caller's transaction. */
export async function lockWriter(tx: Tx, meetingId: MeetingId, participantId: ParticipantId) {
  const [row] = await tx
    .select({
      status: meetings.status,
      whoMayDraw: meetings.whoMayDraw,
      role: participants.role,
      admission: participants.admission,
      pen: participants.pen,
    })
    .from(meetings)
    .innerJoin(participants, eq(participants.meetingId, meetings.id))
    .where(and(eq(meetings.id, meetingId), eq(participants.id, participantId)))
    .for('share');
  return row ?? null;
}
