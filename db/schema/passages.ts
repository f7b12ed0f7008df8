import { index, integer, jsonb, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
import type { LineRef } from '../../lib/assistant-messages.ts';
import { meetingId } from './meeting-id.ts';

/** The pieces of a meeting's transcript that can be found by what they mean; their words are those of the lines. */
export const passages = pgTable(
  'passages',
  {
    meetingId: meetingId(),
    /** Counts from 0, in order of time. */
    number: integer('number').notNull(),
    lines: jsonb('lines').$type<LineRef[]>().notNull(),
    /** SHA-256 of what is embedded. */
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.number] }), index('passages_hash').on(t.hash)],
);

/** What models made of texts, each text once: other meetings, and later versions of one, find it again. */
export const embeddings = pgTable(
  'embeddings',
  {
    model: text('model').notNull(),
    hash: text('hash').notNull(),
    /** Of length 1. */
    vector: real('vector').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.model, t.hash] })],
);

/** Meetings whose passages all have vectors of the model. Another digest: other passages than before. */
export const passageIndexes = pgTable(
  'passage_indexes',
  {
    meetingId: meetingId(),
    model: text('model').notNull(),
    /** SHA-256 of the hashes of the passages. */
    digest: text('digest').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.model] })],
);
