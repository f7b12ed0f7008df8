import { boolean, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import { meetingId } from './meeting-id.ts';
import { participants } from './meetings.ts';

/** What people wrote to everyone. The id comes from the browser: the same message twice is the same row. */
export const chatMessages = pgTable(
  'chat_messages',
  {
    meetingId: meetingId(),
    id: text('id').$type<Id<'msg'>>().notNull(),
    /** Counts from 1 in the order of storing. */
    seq: integer('seq').notNull(),
    senderId: text('sender_id')
      .$type<ParticipantId>()
      .references(() => participants.id, { onDelete: 'set null' }),
    /** As they were called when they wrote it. */
    senderName: text('sender_name').notNull(),
    text: text('text').notNull(),
    /** Milliseconds since the meeting started. */
    atMs: integer('at_ms').notNull(),
    /** Written off the record: deleted when the meeting ends. */
    offRecord: boolean('off_record').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.id] }), unique('chat_messages_seq').on(t.meetingId, t.seq)],
);
