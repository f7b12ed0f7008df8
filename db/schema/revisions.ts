import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import { meetingId } from './meeting-id.ts';
import { participants } from './meetings.ts';
import { moment } from './moment.ts';
import { recordingFiles } from './recordings.ts';

/** What was understood of one file of a recording, in order. Transcribing the file again replaces its rows. */
export const recordingParts = pgTable(
  'recording_parts',
  {
    fileId: text('file_id')
      .$type<Id<'fil'>>()
      .notNull()
      .references(() => recordingFiles.id, { onDelete: 'cascade' }),
    /** Counts from 0. */
    index: integer('index').notNull(),
    meetingId: meetingId(),
    participantId: text('participant_id')
      .$type<ParticipantId>()
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    /** Milliseconds of the meeting's clock. */
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.index] }), index('recording_parts_meeting').on(t.meetingId)],
);

/**
 * Other words for a line than those that were heard live, one of each source at most. A person's count before a
 * recording's, a recording's before the live ones; the live line itself never changes.
 */
export const lineRevisions = pgTable(
  'line_revisions',
  {
    meetingId: meetingId(),
    epoch: integer('epoch').notNull(),
    seq: integer('seq').notNull(),
    source: text('source').$type<'recording' | 'person'>().notNull(),
    text: text('text').notNull(),
    revisedAt: moment('revised_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.epoch, t.seq, t.source] })],
);

/** What a recording has and nobody heard live: shown between the lines. */
export const addedLines = pgTable(
  'added_lines',
  {
    meetingId: meetingId(),
    /** Counts from 1 within the meeting, and stays: corrections and citations go by it. */
    number: integer('number').notNull(),
    participantId: text('participant_id')
      .$type<ParticipantId>()
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.number] })],
);
