import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import { users } from './accounts.ts';
import { meetingId } from './meeting-id.ts';
import { participants } from './meetings.ts';
import { moment } from './moment.ts';

/** Another speaker for one line than the one whose microphone it came from. */
export const lineSpeakers = pgTable(
  'line_speakers',
  {
    meetingId: meetingId(),
    epoch: integer('epoch').notNull(),
    seq: integer('seq').notNull(),
    /** LiveKit identity of a person of the meeting; `named:` and the name for anybody else. */
    speaker: text('speaker').notNull(),
    speakerName: text('speaker_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.epoch, t.seq] })],
);

/** Another name for one speaker in the whole meeting. */
export const speakerNames = pgTable(
  'speaker_names',
  {
    meetingId: meetingId(),
    speaker: text('speaker').notNull(),
    name: text('name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.speaker] })],
);

/** What people changed in a transcript. Rows are only added. */
export const lineEdits = pgTable(
  'line_edits',
  {
    id: text('id').$type<Id<'edt'>>().primaryKey(),
    meetingId: meetingId(),
    what: text('what').$type<'words' | 'speaker' | 'name'>().notNull(),
    /** The line; null for a name in the whole meeting. */
    epoch: integer('epoch'),
    seq: integer('seq'),
    /** Whose name it is in the whole meeting; null for a line. */
    speaker: text('speaker'),
    before: text('before').notNull(),
    after: text('after').notNull(),
    participantId: text('participant_id')
      .$type<ParticipantId>()
      .references(() => participants.id, { onDelete: 'set null' }),
    userId: text('user_id').references(() => users.id, { onDelete: 'set null' }),
    editedAt: moment('edited_at').notNull().defaultNow(),
  },
  (t) => [index('line_edits_line').on(t.meetingId, t.epoch, t.seq)],
);
