import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { ImageType } from '../../lib/board-messages.ts';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import { bytea } from './bytea.ts';
import { meetingId } from './meeting-id.ts';
import { participants } from './meetings.ts';
import { moment } from './moment.ts';

/** Images on whiteboards. In the database, so that they go with the meeting in the same transaction. */
export const boardFiles = pgTable(
  'board_files',
  {
    id: text('id').$type<Id<'fil'>>().primaryKey(),
    meetingId: meetingId(),
    uploaderId: text('uploader_id')
      .$type<ParticipantId>()
      .references(() => participants.id, { onDelete: 'set null' }),
    /** By its first bytes, not by what the browser said. */
    type: text('type').$type<ImageType>().notNull(),
    bytes: integer('bytes').notNull(),
    content: bytea('content').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [index('board_files_meeting').on(t.meetingId), index('board_files_uploader').on(t.uploaderId)],
);
