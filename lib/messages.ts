/**
 * Every shape that crosses a process boundary, parsed on both sides. `zod/mini` keeps it small in the browser.
 * Times ending in `Ms` are milliseconds since the meeting's `startedAtMs` unless the name says otherwise;
 * they are stamped by the agent or by web, never by a browser or a speech-to-text service.
 */
import { z } from 'zod/mini';
import { whoMayDrawSchema } from './board-messages.ts';
import { idSchema } from './id-schema.ts';
import { emailSchema, planningLimits, planSchema } from './planning.ts';
import { roleSchema } from './roles.ts';
import { summaryChoiceSchema } from './summary-choice.ts';

/** The version of the notice that people accept in the lobby: 2 also says that a host may record, 3 that this may be the picture too. */
export const noticeVersion = 3;

export const limits = {
  /** Characters in a person's name, after `cleanText`. */
  name: 80,
  title: 200,
  /** Characters of a meeting's password. */
  password: 200,
  /** People in one meeting at the same time: the highest limit that a host can set. */
  people: 1_000,
  /** Characters in one transcript line: a 15 s segment of fast speech is about 400. */
  line: 10_000,
  /** Characters of one text-stream packet: above it livekit splits, and a split stream can be written into. */
  captionPacket: 14_000,
  /** Bytes of room metadata that web writes and the agent reads. */
  roomMetadata: 16 * 1024,
  /** Bytes of a persona as JSON: what the room's metadata leaves beside the meeting. */
  persona: 14 * 1024,
  /** Lines in one ingest call and in one page of the transcript. */
  linesPerCall: 500,
} as const;

// --- people, meetings -------------------------------------------------------------------------------------

/** States only move to the right. `ended`: nobody can join; `completed`: everything that follows is done. */
export const meetingStatuses = ['scheduled', 'live', 'ended', 'completed'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

export const personaSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(limits.name)),
  instructions: z.string().check(z.maxLength(8_000)),
  mode: z.enum(['addressed', 'conversational', 'silent']),
  voice: z.string().check(z.maxLength(80)),
  greeting: z.string().check(z.maxLength(500)),
});
export type Persona = z.infer<typeof personaSchema>;

/** Those who moderate, or everyone whose role allows it. */
export const whoMaySchema = z.enum(['everyone', 'hosts']);
export type WhoMay = z.infer<typeof whoMaySchema>;

/** What hosts let people do in the room. */
export const roomRulesSchema = z.object({
  whoMayChat: whoMaySchema,
  whoMayShare: whoMaySchema,
  whoMayDraw: z._default(whoMayDrawSchema, 'everyone'),
});
export type RoomRules = z.infer<typeof roomRulesSchema>;

/** Room metadata: readable by every participant, so it holds no secret and no e-mail address. */
export const roomMetadataSchema = z.object({
  v: z.literal(1),
  meeting: z.object({
    id: idSchema('mtg'),
    title: z.string(),
    language: z.string(),
    /** Unix time in milliseconds: the zero of every `…Ms` in this meeting. */
    startedAtMs: z.number(),
    /** IANA name: the zone in which dates are meant. */
    timeZone: z._default(z.string(), 'UTC'),
  }),
  persona: personaSchema,
  features: z.object({
    /** Off the record: nothing is heard. */
    paused: z.boolean(),
    /** The AI participant does not speak. */
    muted: z._default(z.boolean(), false),
    /** The AI participant was sent away. */
    dismissed: z._default(z.boolean(), false),
    /** Sound is being kept; shown to everyone as long as it is true. */
    recording: z._default(z.boolean(), false),
    /** So is the picture. */
    picture: z._default(z.boolean(), false),
  }),
  /** What people may do; for their pages, the agent needs none of it. */
  rules: z.optional(roomRulesSchema),
  /** There is a whiteboard. */
  board: z.optional(z.boolean()),
});
export type RoomMetadata = z.infer<typeof roomMetadataSchema>;

/** `title` and `name` are cleaned and cut by web; beyond these lengths they are refused. */
export const createMeetingSchema = z.object({
  title: z._default(z.string().check(z.maxLength(2_000)), ''),
  /** BCP 47 tag, the persona's when left out; refused when the configured speech-to-text does not understand it. */
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
  /** The AI participant; the one that comes first in the list when left out. */
  personaId: z.optional(idSchema('psn')),
  /** Left out for a meeting that begins at once. Planning and inviting take an account. */
  plan: z.optional(planSchema),
  /** People who get a mail with a link of their own and a calendar entry. */
  invite: z._default(z.array(emailSchema).check(z.maxLength(planningLimits.invitees)), []),
  password: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  waitingRoom: z._default(z.boolean(), false),
  /** What its summary is like and who gets it. */
  summary: z._default(summaryChoiceSchema, {}),
  /** IANA name of the zone in which dates are meant; of a planned meeting its own, else the account's when left out. */
  timeZone: z.optional(z.string().check(z.maxLength(64))),
});
export type CreateMeeting = z.input<typeof createMeetingSchema>;

export const joinMeetingSchema = z.object({
  name: z.string().check(z.maxLength(2_000)),
  email: z.optional(z.email().check(z.maxLength(254))),
  consent: z.object({ noticeVersion: z.literal(noticeVersion) }),
  password: z.optional(z.string().check(z.maxLength(limits.password))),
});
export type JoinMeeting = z.input<typeof joinMeetingSchema>;

export const meetingViewSchema = z.object({
  id: idSchema('mtg'),
  code: z.string(),
  title: z.string(),
  status: z.enum(meetingStatuses),
  personaName: z.string(),
  /** Unix time in milliseconds, or null before the first join. */
  startedAtMs: z.nullable(z.number()),
  endedAtMs: z.nullable(z.number()),
  /** Called off before it began. */
  cancelled: z.optional(z.boolean()),
  isHost: z.boolean(),
});
export type MeetingView = z.infer<typeof meetingViewSchema>;

export const joinedSchema = z.object({
  meeting: meetingViewSchema,
  participantId: idSchema('par'),
  name: z.string(),
  role: roleSchema,
  /** WebSocket address of LiveKit as a browser reaches it. */
  serverUrl: z.string(),
  /** LiveKit access token, valid for 10 minutes at most; ask again to rejoin. */
  token: z.string(),
  /** Bearer token for this person's calls to web about this meeting. */
  apiToken: z.string(),
  /** Hosts want newcomers to come in with the microphone off. */
  microphoneOff: z.optional(z.boolean()),
  /** How long the meeting ran before this person first came in; null for those who were in it before. */
  missedMs: z.nullable(z.number()),
  /** A host can record the picture too. */
  pictures: z.optional(z.boolean()),
});
export type Joined = z.infer<typeof joinedSchema>;

/** What happens to whoever opens a meeting's link now; `entry` of `GET /api/meetings/:code`. */
export const entrySchema = z.enum([
  'open',
  'password',
  'waiting_room',
  'not_started',
  'locked',
  'full',
  'removed',
  'declined',
]);
export type Entry = z.infer<typeof entrySchema>;

/** Answer of the join call (202) to someone whom a host has to let in: ask `/admission` until it changes. */
export const waitingSchema = z.object({
  waiting: z.literal(true),
  meeting: meetingViewSchema,
  participantId: idSchema('par'),
  name: z.string(),
  /** Good for `/admission` only, until the person is let in. */
  apiToken: z.string(),
});
export type Waiting = z.infer<typeof waitingSchema>;

/** `waiting`: a host decides. `declined` and `removed` people stay out until a host lets them in after all. */
export const admissions = ['admitted', 'waiting', 'declined', 'removed'] as const;
export type Admission = (typeof admissions)[number];

/** `GET /api/meetings/:id/admission`: whether someone who waits may join now. */
export const admissionStateSchema = z.object({
  admission: z.enum(admissions),
  status: z.enum(meetingStatuses),
});

/** Attributes of a person's LiveKit participant; only the server can set them. */
export const personAttributes = {
  consent: 'parley.consent',
  role: 'parley.role',
  /** `true` while a host has taken the microphone away. */
  silenced: 'parley.silenced',
  /** How often a host has asked them to turn the microphone off. */
  muteAsks: 'parley.mute_asks',
} as const;

// --- transcript -------------------------------------------------------------------------------------------

/** A moment of the meeting's clock; fits a Postgres integer (24 days). */
const meetingMs = z.int().check(z.gte(0), z.lte(2_147_483_647));

/** `gap`: speech was heard and could not be turned into text; `text` then says why. */
export const lineKindSchema = z.enum(['speech', 'gap']);

/** One final line. (meeting, epoch, seq) is its identity; `seq` counts from 1 within an epoch. */
export const transcriptLineSchema = z.object({
  epoch: z.int().check(z.gte(1)),
  seq: z.int().check(z.gte(1)),
  kind: lineKindSchema,
  /** Id of the segment that its interim captions carried. */
  segmentId: z.string().check(z.minLength(1), z.maxLength(100)),
  /** LiveKit identity of the speaker. */
  speaker: z.string().check(z.minLength(1), z.maxLength(200)),
  speakerName: z.string().check(z.maxLength(limits.name)),
  trackSid: z.string().check(z.maxLength(100)),
  startMs: meetingMs,
  endMs: meetingMs,
  text: z.string().check(z.maxLength(limits.line)),
});
export type TranscriptLine = z.infer<typeof transcriptLineSchema>;

/**
 * Begins the segment id of a line that only has a number: its words were said off the record and are not kept. The
 * pause itself is shown.
 */
export const offRecordSegment = 'off-record-';

/** A stretch in which no agent listened, or which was off the record. `endMs` is null while it lasts. */
export const transcriptGapSchema = z.object({
  id: z.string(),
  startMs: z.int(),
  endMs: z.nullable(z.int()),
  /** `agent_lost`, `agent_late`: nobody listened. `dismissed`: it was sent away. `paused`: off the record. */
  reason: z.string(),
});
export type TranscriptGap = z.infer<typeof transcriptGapSchema>;

export const transcriptPageSchema = z.object({
  /** Ordered by epoch, then seq. */
  lines: z.array(transcriptLineSchema),
  gaps: z.array(transcriptGapSchema),
  /** Cursor for `?after=`, `epoch.seq` of the last line given; null when no line was given. */
  next: z.nullable(z.string()),
  /** True when lines after `next` exist already. */
  more: z.boolean(),
  status: z.enum(meetingStatuses),
});
export type TranscriptPage = z.infer<typeof transcriptPageSchema>;

// --- live captions (text stream, agent -> all) ------------------------------------------------------------

export const captionTopic = 'lk.transcription';

/**
 * Attributes of a caption packet. All values are strings on the wire. They are part of the stream's header, the
 * one packet of a stream whose sender livekit-server stamps.
 */
export const captionAttributes = {
  /** The words. Receivers take them from here: what follows a header can be written by anyone in the room. */
  text: 'parley.text',
  segmentId: 'lk.segment_id',
  final: 'lk.transcription_final',
  trackSid: 'lk.transcribed_track_id',
  speaker: 'parley.speaker',
  speakerName: 'parley.speaker_name',
  epoch: 'parley.epoch',
  /** Absent on interim captions. */
  seq: 'parley.seq',
  startMs: 'parley.start_ms',
  endMs: 'parley.end_ms',
  kind: 'parley.kind',
} as const;

// --- agent ------------------------------------------------------------------------------------------------

/** Name under which workers register for explicit dispatch. */
export const agentName = 'parley';

export function agentIdentity(meetingId: string, epoch: number): string {
  return `ai-${meetingId}-${epoch}`;
}

/** The epoch in an agent's identity, or null when the identity is not an agent's of this meeting. */
export function epochOfIdentity(meetingId: string, identity: string): number | null {
  const prefix = `ai-${meetingId}-`;
  const digits = identity.startsWith(prefix) ? identity.slice(prefix.length) : '';
  return /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : null;
}

/** Attribute of the agent's participant; `paused` is off the record. */
export const agentStateAttribute = 'parley.state';
export const agentStateSchema = z.enum([
  'joining',
  'listening',
  'thinking',
  'speaking',
  'degraded',
  'paused',
  'leaving',
]);
export type AgentState = z.infer<typeof agentStateSchema>;

// --- errors, health -----------------------------------------------------------------------------------------

export const errorBodySchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export const partHealthSchema = z.object({
  status: z.enum(['ok', 'down']),
  detail: z.string(),
});
export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  parts: z.record(z.string(), partHealthSchema),
});
export type Health = z.infer<typeof healthSchema>;
