import { boolean, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import type { PollResults, PollState } from '../../lib/poll-messages.ts';
import { meetingId } from './meeting-id.ts';
import { participants } from './meetings.ts';
import { moment } from './moment.ts';

/** Questions to everyone in a meeting. The id comes from the browser: the same poll twice is the same row. */
export const polls = pgTable(
  'polls',
  {
    id: text('id').$type<Id<'pol'>>().primaryKey(),
    meetingId: meetingId(),
    state: text('state').$type<PollState>().notNull().default('draft'),
    /** Counts changes, votes too. */
    version: integer('version').notNull().default(1),
    askerId: text('asker_id')
      .$type<ParticipantId>()
      .references(() => participants.id, { onDelete: 'set null' }),
    /** As they were called when they asked. */
    askerName: text('asker_name').notNull(),
    question: text('question').notNull(),
    choices: jsonb('choices').$type<string[]>().notNull(),
    multiple: boolean('multiple').notNull(),
    anonymous: boolean('anonymous').notNull(),
    results: text('results').$type<PollResults>().notNull(),
    /** Milliseconds since the meeting started; null for a draft. */
    askedAtMs: integer('asked_at_ms'),
    /** Asked off the record: deleted when the meeting ends. */
    offRecord: boolean('off_record').notNull().default(false),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [index('polls_meeting').on(t.meetingId, t.createdAt)],
);

/** One row per person and poll. Whose it is is forgotten when an anonymous poll ends. */
export const pollVotes = pgTable(
  'poll_votes',
  {
    pollId: text('poll_id')
      .$type<Id<'pol'>>()
      .notNull()
      .references(() => polls.id, { onDelete: 'cascade' }),
    participantId: text('participant_id')
      .$type<ParticipantId>()
      .references(() => participants.id, { onDelete: 'set null' }),
    /** Places of the choices, from 0. */
    choices: integer('choices').array().notNull(),
    /** How often this person has voted, as their browser counts. */
    revision: integer('revision').notNull(),
  },
  (t) => [
    unique('poll_votes_person').on(t.pollId, t.participantId),
    index('poll_votes_voter').on(t.participantId),
  ],
);
