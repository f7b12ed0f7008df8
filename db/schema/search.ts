import { bigserial, customType, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { EntryKind } from '../../lib/archive-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { meetingId } from './meeting-id.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * What can be found: one row per line as it counts, per title, decision, task and part of a summary. It holds no text,
 * only words. Beside those that were said, a row has the word `=<meeting>` and one `@<name>` for each part of the
 * speaker's name, by which the index narrows to meetings and people, and `+to that` for neighbours that are both common.
 */
export const searchEntries = pgTable(
  'search_entries',
  {
    meetingId: meetingId(),
    kind: text('kind').$type<EntryKind>().notNull(),
    /** Of a line; 0 for all else. */
    epoch: integer('epoch').notNull().default(0),
    seq: integer('seq').notNull().default(0),
    /** Of all else: the id of the task or decision, or the place in the summary. */
    ref: text('ref').notNull().default(''),
    /** Milliseconds of the meeting's clock; 0 where it has no time. */
    startMs: integer('start_ms').notNull().default(0),
    vector: tsvector('vector').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.kind, t.epoch, t.seq, t.ref] }),
    // Without a pending list, which every search would have to read through.
    index('search_entries_words').using('gin', t.vector).with({ fastupdate: false }),
  ],
);

/**
 * What changed and is not in `search_entries` yet. Triggers write it (see the migration), so that whoever changes
 * words need not think of search, and storing lines waits for no index. No foreign key: it outlives what was deleted.
 */
export const searchPending = pgTable('search_pending', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  meetingId: text('meeting_id').$type<MeetingId>().notNull(),
  /** Null: title, summary, decisions and tasks of the meeting. */
  epoch: integer('epoch'),
  /** Lines of the epoch, both ends included. */
  fromSeq: integer('from_seq').notNull().default(0),
  toSeq: integer('to_seq').notNull().default(0),
});
