import { text } from 'drizzle-orm/pg-core';
import type { MeetingId } from '../../lib/ids.ts';
import { meetings } from './meetings.ts';

/** The meeting that a row belongs to, and is deleted with. */
export const meetingId = () =>
  text('meeting_id')
    .$type<MeetingId>()
    .notNull()
    .references(() => meetings.id, { onDelete: 'cascade' });
