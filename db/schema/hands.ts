import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ParticipantId } from '../../lib/ids.ts';
import { meetingId } from './meeting-id.ts';
import { participants } from './meetings.ts';
import { moment } from './moment.ts';

/** Hands that are up now. */
export const raisedHands = pgTable(
  'raised_hands',
  {
    meetingId: meetingId(),
    participantId: text('participant_id')
      .$type<ParticipantId>()
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    raisedAt: moment('raised_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.participantId] })],
);
