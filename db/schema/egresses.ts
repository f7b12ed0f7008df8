import { sql } from 'drizzle-orm';
import { bigint, boolean, doublePrecision, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Id, MeetingId, ParticipantId } from '../../lib/ids.ts';
import { participants } from './meetings.ts';
import { moment } from './moment.ts';
import { recordings } from './recordings.ts';

/**
 * `asked`: LiveKit has not said yet that it records. `ending`: its file is being finished and brought away. States only
 * move to the right.
 */
export const egressStates = ['asked', 'running', 'ending', 'over'] as const;

/**
 * Each order to LiveKit Egress: one person in one recording, until it is over; then it may become a file. An order of
 * nobody in particular is the picture of everyone, and stays what is known of it.
 */
export const recordingEgresses = pgTable(
  'recording_egresses',
  {
    /** Id of the file that it becomes, or of the picture. */
    id: text('id').$type<Id<'fil'>>().primaryKey(),
    recordingId: text('recording_id')
      .$type<Id<'rec'>>()
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    meetingId: text('meeting_id').$type<MeetingId>().notNull(),
    participantId: text('participant_id')
      .$type<ParticipantId>()
      .references(() => participants.id, { onDelete: 'cascade' }),
    /** In the store of recordings; also tells which egress it is when the answer to the order was lost. */
    location: text('location').notNull().unique(),
    state: text('state').$type<(typeof egressStates)[number]>().notNull().default('asked'),
    /** LiveKit's id, `EG_...`, which is its identity in the room as well. */
    egressId: text('egress_id').unique(),
    askedAt: moment('asked_at').notNull().defaultNow(),
    stopAskedAt: moment('stop_asked_at'),
    /** Since when it is not in the room although it records. */
    missingSince: moment('missing_since'),
    overAt: moment('over_at'),
    /** Of a picture: it was given up while its file was being brought away. Should the file come all the same, it counts. */
    uploadGivenUp: boolean('upload_given_up').notNull().default(false),
    /** Of a picture: when its file had been looked at. */
    collectedAt: moment('collected_at'),
    firstSampleAt: moment('first_sample_at'),
    durationMs: doublePrecision('duration_ms').notNull().default(0),
    bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
    /** A sentence for people; empty while all is well, and where the person said nothing. */
    problem: text('problem').notNull().default(''),
  },
  (t) => [
    uniqueIndex('recording_egresses_open')
      .on(t.recordingId, t.participantId)
      .where(sql`${t.state} <> 'over'`),
    uniqueIndex('recording_egresses_open_picture')
      .on(t.recordingId)
      .where(sql`${t.participantId} is null and ${t.state} <> 'over'`),
    index('recording_egresses_recording').on(t.recordingId),
    index('recording_egresses_ended_badly')
      .on(t.meetingId)
      .where(sql`${t.state} = 'over' and ${t.problem} <> ''`),
  ],
);
