import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import type { RecorderKind, RecordingStatus } from '../../lib/recording-messages.ts';
import { meetingId } from './meeting-id.ts';
import { participants } from './meetings.ts';
import { moment } from './moment.ts';

const participant = (name: string) => text(name).$type<ParticipantId>();

/** From one click on "record" to the stop that follows. */
export const recordings = pgTable(
  'recordings',
  {
    id: text('id').$type<Id<'rec'>>().primaryKey(),
    meetingId: meetingId(),
    status: text('status').$type<RecordingStatus>().notNull().default('starting'),
    recorder: text('recorder').$type<RecorderKind>().notNull().default('rtc'),
    /** The picture of everyone is wanted beside the sound. */
    picture: boolean('picture').notNull().default(false),
    startedBy: participant('started_by').references(() => participants.id, { onDelete: 'set null' }),
    requestedAt: moment('requested_at').notNull().defaultNow(),
    /** When everyone in the room had been told; no recorder takes it before. */
    announcedAt: moment('announced_at'),
    /** First sample of its first file. */
    startedAt: moment('started_at'),
    /** When nothing more was to be kept. */
    stoppedAt: moment('stopped_at'),
    endedAt: moment('ended_at'),
    /** A sentence for people; empty while all is well. */
    problem: text('problem').notNull().default(''),
    /** Everyone in one file, from `startedAt` on; null until it is made. */
    mixLocation: text('mix_location'),
    mixDurationMs: doublePrecision('mix_duration_ms'),
    /** When it was clear that nobody makes that file any more. */
    mixGivenUpAt: moment('mix_given_up_at'),
    /** Files that could not be transcribed; null until the second pass is over. */
    untranscribed: integer('untranscribed'),
    /** It was ended by going off the record: another one begins when the meeting is back on it. */
    resumes: boolean('resumes').notNull().default(false),
    /** When a recorder last said that it records. */
    reportedAt: moment('reported_at'),
    /** Of the recorder process that works on it. */
    leaseOwner: text('lease_owner').$type<Id<'wrk'>>(),
    leaseUntil: moment('lease_until'),
  },
  (t) => [
    uniqueIndex('recordings_open')
      .on(t.meetingId)
      .where(sql`${t.status} in ('starting', 'recording', 'ending')`),
    index('recordings_status').on(t.status, t.leaseUntil),
  ],
);

export const recordingFiles = pgTable(
  'recording_files',
  {
    id: text('id').$type<Id<'fil'>>().primaryKey(),
    recordingId: text('recording_id')
      .$type<Id<'rec'>>()
      .notNull()
      .references(() => recordings.id, { onDelete: 'cascade' }),
    meetingId: meetingId(),
    participantId: participant('participant_id')
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    /** Below the folder of recordings. */
    location: text('location').notNull().unique(),
    firstSampleAt: moment('first_sample_at'),
    durationMs: doublePrecision('duration_ms').notNull().default(0),
    bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
    closedAt: moment('closed_at'),
    problem: text('problem').notNull().default(''),
  },
  (t) => [index('recording_files_recording').on(t.recordingId)],
);
