import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { WhoMayDraw } from '../../lib/board-messages.ts';
import type { Id, MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { Admission, MeetingStatus, Persona, WhoMay } from '../../lib/messages.ts';
import type { Role } from '../../lib/roles.ts';
import type { SummaryMail, SummaryTemplate } from '../../lib/summary-choice.ts';
import { users } from './accounts.ts';
import { moment } from './moment.ts';
import { personaVersions } from './personas.ts';

export const meetings = pgTable(
  'meetings',
  {
    id: text('id').$type<MeetingId>().primaryKey(),
    /** What people type and share: 10 random letters, 46 bits. The LiveKit room is named by `id`. */
    code: text('code').notNull().unique(),
    title: text('title').notNull(),
    language: text('language').notNull(),
    status: text('status').$type<MeetingStatus>().notNull().default('scheduled'),
    persona: jsonb('persona').$type<Persona>().notNull(),
    /** Off the record. */
    paused: boolean('paused').notNull().default(false),
    /** Sound is being kept, or will be as soon as people know. */
    recording: boolean('recording').notNull().default(false),
    /** With the picture. */
    recordingPicture: boolean('recording_picture').notNull().default(false),
    /** The AI participant listens and writes, and does not speak. */
    agentMuted: boolean('agent_muted').notNull().default(false),
    /** The AI participant was sent away: none is dispatched until it is invited back. */
    agentDismissed: boolean('agent_dismissed').notNull().default(false),
    /** The action that planned it, which makes a repeated execution find it. Not a foreign key: actions refer to meetings. */
    actionId: text('action_id').$type<Id<'act'>>().unique(),
    /** The account that planned it; null for a meeting that was started without an account. */
    ownerId: text('owner_id').references(() => users.id, { onDelete: 'set null' }),
    /** Null for a meeting that was started at once. */
    scheduledAt: moment('scheduled_at'),
    durationMinutes: integer('duration_minutes'),
    /** IANA name of the zone that the time was chosen in: recurrences keep its wall clock. */
    timeZone: text('time_zone'),
    /** RRULE of RFC 5545, without DTSTART; null when the meeting does not recur. */
    recurrence: text('recurrence'),
    /**
     * A recurring meeting has one row per occurrence, and the newest has the code. This is the first row of the
     * series, whose invitations are everyone's; null in that first row and in meetings that do not recur.
     */
    seriesId: text('series_id')
      .$type<MeetingId>()
      .references((): AnyPgColumn => meetings.id, { onDelete: 'set null' }),
    /** Of a breakout room: the main meeting, which it is deleted with (db/queries/delete-meeting.ts). */
    parentId: text('parent_id')
      .$type<MeetingId>()
      .references((): AnyPgColumn => meetings.id, { onDelete: 'cascade' }),
    /** DTSTART of `recurrence`: its occurrences are counted from here. */
    seriesStart: moment('series_start'),
    /** Of an occurrence that was moved: the time that the rule gives it (RECURRENCE-ID of RFC 5545); else null. */
    recurrenceAt: moment('recurrence_at'),
    cancelledAt: moment('cancelled_at'),
    /** Counts changes that invited people hear of (SEQUENCE of RFC 5545). */
    sequence: integer('sequence').notNull().default(0),
    passwordHash: text('password_hash'),
    /** Guests wait until they are admitted. */
    waitingRoom: boolean('waiting_room').notNull().default(false),
    /** Nobody new comes in. */
    locked: boolean('locked').notNull().default(false),
    maxPeople: integer('max_people'),
    /** What its summary answers first; `summaryInstructions` are for the template `own`. */
    summaryTemplate: text('summary_template').$type<SummaryTemplate>().notNull().default('general'),
    summaryInstructions: text('summary_instructions').notNull().default(''),
    /** Who gets the summary by mail. */
    summaryMail: text('summary_mail').$type<SummaryMail>().notNull().default('all'),
    whoMayChat: text('who_may_chat').$type<WhoMay>().notNull().default('everyone'),
    whoMayShare: text('who_may_share').$type<WhoMay>().notNull().default('everyone'),
    whoMayDraw: text('who_may_draw').$type<WhoMayDraw>().notNull().default('everyone'),
    whoMayPoll: text('who_may_poll').$type<WhoMay>().notNull().default('hosts'),
    /** It has a whiteboard. */
    boardOpened: boolean('board_opened').notNull().default(false),
    /** Newcomers come in with the microphone off. */
    muteOnJoin: boolean('mute_on_join').notNull().default(false),
    /** Counts changes to the queue of raised hands. */
    handsVersion: integer('hands_version').notNull().default(0),
    /** The version of the persona that `persona` is a copy of; null for the built-in one. */
    personaVersionId: text('persona_version_id')
      .$type<Id<'psv'>>()
      .references(() => personaVersions.id, {
        onDelete: 'set null',
      }),
    /** Days that it is kept after its end; null: as the workspace says; 0: for ever. */
    keepDays: integer('keep_days'),
    /** Newest epoch granted to an agent job; 0 before the first dispatch. */
    lastEpoch: integer('last_epoch').notNull().default(0),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** The zero of the meeting's clock: the first join. */
    startedAt: moment('started_at'),
    endedAt: moment('ended_at'),
    endReason: text('end_reason').$type<EndReason>(),
    completedAt: moment('completed_at'),
    /** LiveKit's id of the current room; a `room_finished` of an earlier room of the same name is ignored. */
    roomSid: text('room_sid'),
    /** Since when LiveKit does not list the room of a live meeting. */
    roomMissingSince: moment('room_missing_since'),
    /** Set when the meeting completes. */
    lineCount: integer('line_count'),
    gapCount: integer('gap_count'),
  },
  (t) => [
    index('meetings_status').on(t.status),
    index('meetings_owner').on(t.ownerId, t.createdAt),
    index('meetings_series').on(t.seriesId),
    index('meetings_parent').on(t.parentId),
    // The order of lists, and their keyset: `meetingTime` in db/queries/list-meetings.ts.
    index('meetings_time').on(sql`coalesce(${t.startedAt}, ${t.scheduledAt}, ${t.createdAt})`, t.id),
  ],
);

export type EndReason =
  | 'host'
  | 'room_finished'
  | 'room_gone'
  | 'never_joined'
  | 'cancelled'
  | 'breakouts_closed';

/** One row per person and meeting, kept over reloads. The id is also the LiveKit identity. */
export const participants = pgTable(
  'participants',
  {
    id: text('id').$type<ParticipantId>().primaryKey(),
    meetingId: text('meeting_id')
      .$type<MeetingId>()
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    email: text('email'),
    role: text('role').$type<Role>().notNull(),
    userId: text('user_id').references(() => users.id, { onDelete: 'set null' }),
    /** In a breakout room: who this person is in the main meeting. */
    mainId: text('main_id')
      .$type<ParticipantId>()
      .references((): AnyPgColumn => participants.id, { onDelete: 'set null' }),
    /** The invitation that this person came in by. Not a foreign key: it outlives the invitation. */
    invitationId: text('invitation_id'),
    admission: text('admission').$type<Admission>().notNull().default('admitted'),
    /** The microphone was taken away by a host; holds over rejoins until it is given back. */
    silenced: boolean('silenced').notNull().default(false),
    /** How often a host has asked them to turn it off: their page sees by it what it has missed. */
    muteAsks: integer('mute_asks').notNull().default(0),
    /** Whether a host lets them draw on the whiteboard; null: as the meeting's rule says. */
    pen: boolean('pen'),
    /** When someone who waits to be let in was last heard of. */
    lastAskedAt: moment('last_asked_at'),
    consentNoticeVersion: integer('consent_notice_version').notNull(),
    consentAt: moment('consent_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('participants_meeting').on(t.meetingId),
    index('participants_user').on(t.userId),
    unique('participants_main').on(t.mainId, t.meetingId),
  ],
);

/** When a person was in the room. `participantSid` is LiveKit's id of that one connection. */
export const presenceIntervals = pgTable(
  'presence_intervals',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .$type<MeetingId>()
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    participantId: text('participant_id')
      .$type<ParticipantId>()
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    participantSid: text('participant_sid').notNull(),
    joinedAt: moment('joined_at').notNull(),
    leftAt: moment('left_at'),
  },
  (t) => [unique('presence_connection').on(t.meetingId, t.participantSid)],
);
