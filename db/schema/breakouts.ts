/** Breakout rooms: each is a meeting of its own, and these rows say what they are to their main one. */
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { BreakoutChoice } from '../../lib/breakout-messages.ts';
import type { Id, MeetingId, ParticipantId } from '../../lib/ids.ts';
import { meetingId } from './meeting-id.ts';
import { meetings, participants } from './meetings.ts';
import { moment } from './moment.ts';

/** From the opening of rooms to their closing. `meetingId` is the main meeting; one of its sessions is open at a time. */
export const breakoutSessions = pgTable(
  'breakout_sessions',
  {
    id: text('id').$type<Id<'brk'>>().primaryKey(),
    meetingId: meetingId(),
    choice: text('choice').$type<BreakoutChoice>().notNull(),
    openedAt: moment('opened_at').notNull().defaultNow(),
    /** When web closes the rooms; null while nobody has said. */
    closesAt: moment('closes_at'),
    closedAt: moment('closed_at'),
  },
  (t) => [
    uniqueIndex('breakout_sessions_open').on(t.meetingId).where(sql`${t.closedAt} is null`),
    index('breakout_sessions_meeting').on(t.meetingId),
  ],
);

const sessionId = () =>
  text('session_id')
    .$type<Id<'brk'>>()
    .notNull()
    .references(() => breakoutSessions.id, { onDelete: 'cascade' });

export const breakoutRooms = pgTable(
  'breakout_rooms',
  {
    /** The room's own meeting. */
    roomId: text('room_id')
      .$type<MeetingId>()
      .primaryKey()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    sessionId: sessionId(),
    /** As the host named it; the title of its meeting says of which meeting it is, too. */
    name: text('name').notNull(),
    /** Counts from 0. */
    position: integer('position').notNull(),
  },
  (t) => [index('breakout_rooms_session').on(t.sessionId)],
);

/** In which room a person of the main meeting has a place. */
export const breakoutSeats = pgTable(
  'breakout_seats',
  {
    sessionId: sessionId(),
    participantId: text('participant_id')
      .$type<ParticipantId>()
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    roomId: text('room_id')
      .$type<MeetingId>()
      .notNull()
      .references(() => breakoutRooms.roomId, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.participantId] })],
);
