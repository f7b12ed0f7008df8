/** Shapes of planned meetings: when, how often, who is invited. Parsed on both sides, like `messages.ts`. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';
import { roleSchema } from './roles.ts';
import { summaryChoiceSchema } from './summary-choice.ts';

export const planningLimits = {
  /** Addresses in one call, and people with a mailed invitation to one meeting. */
  invitees: 100,
  /** Years ahead that a meeting may be planned. */
  yearsAhead: 5,
  occurrences: 365,
  minutes: 24 * 60,
} as const;

const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date like 2026-03-08'));
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time like 09:30'));
export const emailSchema = z.email('is not an e-mail address').check(z.maxLength(254));

/** `weekdays`: Monday to Friday; `monthly`: on the same day, months without it are left out. */
export const recurrenceSchema = z.object({
  frequency: z.enum(['daily', 'weekdays', 'weekly', 'monthly']),
  /** Every so many days, weeks or months; 1 with `weekdays`. */
  interval: z._default(z.int().check(z.gte(1), z.lte(12)), 1),
  end: z.discriminatedUnion('type', [
    z.object({ type: z.literal('never') }),
    /** The last day, in the meeting's zone. */
    z.object({ type: z.literal('until'), date }),
    z.object({ type: z.literal('count'), count: z.int().check(z.gte(2), z.lte(planningLimits.occurrences)) }),
  ]),
});
export type Recurrence = z.infer<typeof recurrenceSchema>;

/** A moment as a person says it. `fold` answers which one, where a clock change makes it happen twice. */
export const planSchema = z.object({
  date,
  time,
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: z.string().check(z.maxLength(64)),
  fold: z.optional(z.enum(['earlier', 'later'])),
  durationMinutes: z.int().check(z.gte(5), z.lte(planningLimits.minutes)),
  recurrence: z._default(z.nullable(recurrenceSchema), null),
});
export type Plan = z.infer<typeof planSchema>;

/** `PATCH /api/meetings/:id/occurrence`: another time for one meeting of a series, in the series' zone. */
export const moveOccurrenceSchema = z.object({
  date,
  time,
  fold: z.optional(z.enum(['earlier', 'later'])),
});
export type MoveOccurrence = z.infer<typeof moveOccurrenceSchema>;

/** `PATCH /api/meetings/:id`: what is left out stays as it is. */
export const editMeetingSchema = z.object({
  title: z.optional(z.string().check(z.maxLength(2_000))),
  plan: z.optional(planSchema),
  /** `null` takes the password away. */
  password: z.optional(z.nullable(z.string().check(z.minLength(1), z.maxLength(200)))),
  waitingRoom: z.optional(z.boolean()),
  summary: z.optional(summaryChoiceSchema),
});
export type EditMeeting = z.input<typeof editMeetingSchema>;

// --- lists ----------------------------------------------------------------------------------------------------

/**
 * Where a meeting stands for a reader. `missed`: its time has passed and nobody came; its link still works.
 */
export const meetingPhaseSchema = z.enum(['upcoming', 'live', 'ended', 'missed', 'cancelled']);
export type MeetingPhase = z.infer<typeof meetingPhaseSchema>;

export const meetingTimesSchema = z.enum(['all', 'upcoming', 'live', 'past']);
export type MeetingTimes = z.infer<typeof meetingTimesSchema>;
export const meetingOriginSchema = z.enum(['all', 'mine', 'invited']);
export type MeetingOrigin = z.infer<typeof meetingOriginSchema>;

export const listMeetingsQuerySchema = z.object({
  times: z._default(meetingTimesSchema, 'all'),
  origin: z._default(meetingOriginSchema, 'all'),
  /** Words of a title, or of the name or address of someone who was there, is invited or planned it. */
  search: z._default(z.string().check(z.maxLength(200)), ''),
  after: z.optional(z.string().check(z.maxLength(200))),
});
export type ListMeetingsQuery = z.input<typeof listMeetingsQuerySchema>;

const unixMs = z.number();

export const meetingSummarySchema = z.object({
  id: idSchema('mtg'),
  code: z.string(),
  title: z.string(),
  phase: meetingPhaseSchema,
  /** When it began, is planned for, or was made: what lists are sorted by. */
  atMs: unixMs,
  scheduledAtMs: z.nullable(unixMs),
  startedAtMs: z.nullable(unixMs),
  endedAtMs: z.nullable(unixMs),
  durationMinutes: z.nullable(z.int()),
  recurs: z.boolean(),
  isMine: z.boolean(),
  ownerName: z.nullable(z.string()),
  peopleCount: z.int(),
});
export type MeetingSummary = z.infer<typeof meetingSummarySchema>;

export const meetingListSchema = z.object({
  meetings: z.array(meetingSummarySchema),
  /** Cursor for `?after=`, or null on the last page. */
  next: z.nullable(z.string()),
});
export type MeetingList = z.infer<typeof meetingListSchema>;

export const meetingCountsSchema = z.object({
  all: z.int(),
  upcoming: z.int(),
  live: z.int(),
  past: z.int(),
});
export type MeetingCounts = z.infer<typeof meetingCountsSchema>;

// --- one meeting ------------------------------------------------------------------------------------------------

export const attendeeSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  presentNow: z.boolean(),
  /** First time in the room and last time out of it; null for who never arrived. */
  joinedAtMs: z.nullable(unixMs),
  leftAtMs: z.nullable(unixMs),
  presentMs: z.number(),
});
export type Attendee = z.infer<typeof attendeeSchema>;

export const meetingDetailsSchema = z.object({
  meeting: z.extend(meetingSummarySchema, {
    language: z.string(),
    personaName: z.string(),
    timeZone: z.nullable(z.string()),
    recurrence: z.nullable(recurrenceSchema),
    /** Of a meeting of a series that was moved: when it would have been. */
    movedFromMs: z.nullable(unixMs),
    hasPassword: z.boolean(),
    waitingRoom: z.boolean(),
    summary: z.required(summaryChoiceSchema),
    /** May change time and title, invite and cancel. */
    mayEdit: z.boolean(),
    /** May correct words, speakers, tasks and decisions. */
    mayCorrect: z.boolean(),
    /** May show it to others by link. */
    mayShare: z.boolean(),
    /** How many people ask to see it and wait for an answer; 0 for those who may not give one. */
    asking: z.int(),
  }),
  people: z.array(attendeeSchema),
  /** Of a breakout room: the meeting that it belongs to. */
  main: z.nullable(z.object({ id: idSchema('mtg'), title: z.string() })),
  /** Its breakout rooms, as far as the reader may see them. */
  breakouts: z.array(z.object({ id: idSchema('mtg'), name: z.string(), phase: meetingPhaseSchema })),
  /** Other meetings of the same series, newest first. */
  series: z.array(z.object({ id: idSchema('mtg'), atMs: unixMs, phase: meetingPhaseSchema })),
});
export type MeetingDetails = z.infer<typeof meetingDetailsSchema>;

// --- invitations ------------------------------------------------------------------------------------------------

/** Nobody is invited as a host. */
export const invitedRoleSchema = z.enum(['cohost', 'participant', 'viewer', 'guest']);

export const createInvitationsSchema = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('link'),
    role: invitedRoleSchema,
    /** Hours from now. */
    expiresInHours: z.int().check(z.gte(1), z.lte(24 * 366)),
    maxUses: z._default(z.nullable(z.int().check(z.gte(1), z.lte(10_000))), null),
  }),
  z.object({
    by: z.literal('mail'),
    role: invitedRoleSchema,
    emails: z.array(emailSchema).check(z.minLength(1), z.maxLength(planningLimits.invitees)),
  }),
]);
export type CreateInvitations = z.input<typeof createInvitationsSchema>;

export const invitationStateSchema = z.enum(['open', 'expired', 'revoked', 'used_up']);
export type InvitationState = z.infer<typeof invitationStateSchema>;

export const invitationViewSchema = z.object({
  id: idSchema('inv'),
  role: roleSchema,
  /** Null for a link that anyone may open. */
  email: z.nullable(z.string()),
  state: invitationStateSchema,
  expiresAtMs: unixMs,
  maxUses: z.nullable(z.int()),
  uses: z.int(),
  createdAtMs: unixMs,
  /** The address to open; null when it opens nothing any more. */
  url: z.nullable(z.string()),
});
export type InvitationView = z.infer<typeof invitationViewSchema>;
export const invitationListSchema = z.object({ invitations: z.array(invitationViewSchema) });

export const acceptInvitationSchema = z.object({ token: z.string().check(z.maxLength(200)) });
export const acceptedInvitationSchema = z.object({ code: z.string(), title: z.string(), role: roleSchema });

// --- calendar ---------------------------------------------------------------------------------------------------

/** `GET /api/calendar`: the address that a calendar program subscribes to. Whoever has it can read it. */
export const calendarAddressSchema = z.object({ url: z.string() });
export type CalendarAddress = z.infer<typeof calendarAddressSchema>;
