import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import { meetings, participants } from './meetings.ts';

/** The one person of a meeting who may share a screen now: its key lets in no second. */
export const screenShares = pgTable('screen_shares', {
  meetingId: text('meeting_id')
    .$type<MeetingId>()
    .primaryKey()
    .references(() => meetings.id, { onDelete: 'cascade' }),
  participantId: text('participant_id')
    .$type<ParticipantId>()
    .notNull()
    .references(() => participants.id, { onDelete: 'cascade' }),
  takenAt: timestamp('taken_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});
