import { index, pgTable, text } from 'drizzle-orm/pg-core';
import type { MeetingId } from '../../lib/ids.ts';
import { moment } from './moment.ts';

/** All that is left of a meeting that was deleted: that there was one, so that old links can say so. */
export const deletedMeetings = pgTable(
  'deleted_meetings',
  {
    meetingId: text('meeting_id').$type<MeetingId>().primaryKey(),
    /** What people typed to join it. */
    code: text('code').notNull(),
    /** `host`: by hand. `retention`: its time was over. `account`: with the account of its host. */
    reason: text('reason').$type<DeletionReason>().notNull(),
    deletedAt: moment('deleted_at').notNull().defaultNow(),
  },
  (t) => [index('deleted_meetings_code').on(t.code), index('deleted_meetings_time').on(t.deletedAt)],
);

export type DeletionReason = 'host' | 'retention' | 'account';
