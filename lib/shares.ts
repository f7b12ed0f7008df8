/** Links that show parts of a meeting to whoever has them, until they expire. Parsed on both sides, like `messages.ts`. */
import { z } from 'zod/mini';
import { answeredBySchema } from './answered-by.ts';
import { idSchema } from './id-schema.ts';
import { lineRefSchema } from './line-ref.ts';
import { exportedLineSchema, meetingExportSchema } from './meeting-export.ts';
import { transcriptGapSchema } from './messages.ts';
import { summarySchema } from './summary.ts';

export const shareLimits = {
  /** Longest life of a link. */
  days: 365,
  /** Links of one meeting that are open at a time. */
  open: 50,
  /** Characters of whom a link is for. */
  label: 80,
  /** Latest time of a part on the meeting's clock: what the database has room for, 24 days. */
  clockMs: 2_147_483_647,
} as const;

const unixMs = z.number();
const text = z.string();

/** `summary`: with decisions and tasks, without the words that they come from. `recording`: the sound. */
export const shareParts = ['summary', 'transcript', 'recording', 'picture'] as const;
export const sharePartSchema = z.enum(shareParts);
export type SharePart = z.infer<typeof sharePartSchema>;

/** A part of a meeting, both ends included: as somebody chooses it. */
export const wantedSpanSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('lines'), from: lineRefSchema, to: lineRefSchema }),
  z.object({
    by: z.literal('times'),
    /** On the meeting's clock. */
    fromMs: z.int().check(z.gte(0), z.lte(shareLimits.clockMs)),
    untilMs: z.int().check(z.gte(0), z.lte(shareLimits.clockMs)),
  }),
]);
export type WantedSpan = z.infer<typeof wantedSpanSchema>;

/** What a link that shows a part can show of it: a summary is of the whole, and pictures are not cut. */
export const spanParts = ['transcript', 'recording'] as const satisfies readonly SharePart[];

/** `POST /api/meetings/:id/shares`. */
export const createShareSchema = z.object({
  /** Null: the whole meeting. */
  span: z._default(z.nullable(wantedSpanSchema), null),
  parts: z.array(sharePartSchema).check(z.minLength(1), z.maxLength(shareParts.length)),
  /** Whom it is for: how the host and the access log call the link. */
  label: z._default(z.string().check(z.maxLength(200)), ''),
  expiresInDays: z.int().check(z.gte(1), z.lte(shareLimits.days)),
});
export type CreateShare = z.input<typeof createShareSchema>;

export const shareViewSchema = z.object({
  id: idSchema('shr'),
  label: text,
  parts: z.array(sharePartSchema),
  /** On the meeting's clock; null: the whole meeting. */
  span: z.nullable(z.object({ fromMs: z.int(), untilMs: z.int() })),
  state: z.enum(['open', 'expired', 'revoked']),
  /** Name of whoever made it. */
  by: text,
  createdAtMs: unixMs,
  expiresAtMs: unixMs,
  opens: z.int(),
  lastOpenedAtMs: z.nullable(unixMs),
  /** The address to pass on; null when it opens nothing any more. */
  url: z.nullable(text),
});
export type ShareView = z.infer<typeof shareViewSchema>;
/** `GET /api/meetings/:id/shares`, newest first. */
export const shareListSchema = z.object({ shares: z.array(shareViewSchema) });
export const shareAnswerSchema = z.object({ share: shareViewSchema });

// --- whoever has the link ---------------------------------------------------------------------------------------

/** `POST /api/shares/open`: the secret stands behind `#` in the link, which browsers send to nobody. */
export const openShareSchema = z.object({ secret: z.string().check(z.maxLength(200)) });

const { tasks, decisions, meeting } = meetingExportSchema.shape;

/** What the link shows. What was not shared is null. Of a part, all times and people are those of the part. */
export const sharedMeetingSchema = z.object({
  id: idSchema('shr'),
  sharedBy: text,
  expiresAtMs: unixMs,
  isPart: z.boolean(),
  meeting: z.omit(meeting, { id: true }),
  people: z.array(text),
  summary: z.nullable(
    z.object({
      by: answeredBySchema,
      model: text,
      content: z.omit(summarySchema, { tasks: true, decisions: true }),
    }),
  ),
  tasks: z.nullable(tasks),
  decisions: z.nullable(decisions),
  transcript: z.nullable(
    z.object({ lines: z.array(exportedLineSchema), gaps: z.array(transcriptGapSchema) }),
  ),
  /** Everyone together, one for each time that it was recorded. */
  recordings: z.nullable(
    z.array(
      z.object({
        id: idSchema('rec'),
        /** On the meeting's clock. */
        startMs: z.number(),
        durationMs: z.number(),
        url: text,
      }),
    ),
  ),
  /** Everyone as MP4, in order of time. */
  pictures: z.nullable(
    z.array(z.object({ id: idSchema('fil'), startMs: z.number(), durationMs: z.number(), url: text })),
  ),
});
export type SharedMeeting = z.infer<typeof sharedMeetingSchema>;
