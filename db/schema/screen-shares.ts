import { pgTable, text } from 'drizzle-orm/pg-core';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import { meetings, participants } from './meetings.ts';
import { moment } from './moment.ts';

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
  takenAt: moment('taken_at').notNull().defaultNow(),
});
