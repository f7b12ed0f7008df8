import { index, pgTable, text } from 'drizzle-orm/pg-core';
import type { Id } from '../../lib/ids.ts';
import { meetingId } from './meeting-id.ts';
import { moment } from './moment.ts';

/**
 * Recordings that were taken away from a meeting that stays, so that a recorder which still has sound of one can tell it
 * from one that a restored database has never heard of.
 */
export const deletedRecordings = pgTable(
  'deleted_recordings',
  {
    recordingId: text('recording_id').$type<Id<'rec'>>().primaryKey(),
    meetingId: meetingId(),
    deletedAt: moment('deleted_at').notNull().defaultNow(),
  },
  (t) => [index('deleted_recordings_meeting').on(t.meetingId)],
);
