import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import { meetings, participants } from './meetings.ts';

/** Hands that are up now. */
export const raisedHands = pgTable(
  'raised_hands',
  {
    meetingId: text('meeting_id')
      .$type<MeetingId>()
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    participantId: text('participant_id')
      .$type<ParticipantId>()
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    raisedAt: timestamp('raised_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.participantId] })],
);
