import { bigint, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { DocumentKind } from '../../lib/documents/document-name.ts';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import { bytea } from './bytea.ts';
import { meetingId } from './meeting-id.ts';
import { participants } from './meetings.ts';
import { moment } from './moment.ts';

/** What people of a meeting write together, or for themselves: Yjs documents. */
export const documents = pgTable(
  'documents',
  {
    id: text('id').$type<Id<'doc'>>().primaryKey(),
    meetingId: meetingId(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    /** The only one who sees it; null: everyone's. */
    ownerId: text('owner_id')
      .$type<ParticipantId>()
      .references(() => participants.id, { onDelete: 'cascade' }),
    /** Everything up to update `stateSeq`, as one update of Yjs; null while there is no such thing. */
    state: bytea('state'),
    stateSeq: integer('state_seq').notNull().default(0),
    /** Number of the last update. */
    seq: integer('seq').notNull().default(0),
    /** Of the state and the updates behind it. */
    bytes: integer('bytes').notNull().default(0),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    unique('documents_key').on(t.meetingId, t.kind, t.ownerId).nullsNotDistinct(),
    index('documents_owner').on(t.ownerId),
  ],
);

/** What was added to a document since its state, without holes and in order. */
export const documentUpdates = pgTable(
  'document_updates',
  {
    documentId: text('document_id')
      .$type<Id<'doc'>>()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    update: bytea('update').notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.seq] })],
);

/**
 * Under which client ids of Yjs somebody writes in a document, from the first time that web sees one. An id is of one
 * page that was open, and nobody else may write under it. Of those that were never written under, old ones are forgotten.
 */
export const documentClients = pgTable(
  'document_clients',
  {
    documentId: text('document_id')
      .$type<Id<'doc'>>()
      .notNull()
      .references(() => documents.id, { onDelete: 'cascade' }),
    client: bigint('client', { mode: 'number' }).notNull(),
    participantId: text('participant_id')
      .$type<ParticipantId>()
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    /** Since when a page has it that has written nothing; null once something in the document is by it. */
    idleSince: moment('idle_since'),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.client] }),
    index('document_clients_participant').on(t.participantId, t.documentId),
  ],
);
