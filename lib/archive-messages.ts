/** What passes between people and web when they search their meetings or ask them. Parsed on both sides. */
import { z } from 'zod/mini';
import { answeredBySchema } from './answered-by.ts';
import { idSchema } from './id-schema.ts';
import { lineRefSchema } from './line-ref.ts';

export const archiveLimits = {
  /** Characters of what is looked for. */
  query: 400,
  /** Words of it that count. */
  words: 24,
  /** Hits of one page. */
  page: 50,
  /** Characters of a question. */
  question: 1_000,
  /** Questions and answers of before that go along with the next one. */
  turns: 6,
  /** Characters of an answer that goes along. */
  answer: 8_000,
} as const;

/** What can be found: what was said, and what a meeting left behind. `summary`: overview, topics, questions, numbers. */
export const entryKinds = ['title', 'summary', 'decision', 'task', 'line'] as const;
export type EntryKind = (typeof entryKinds)[number];

const unixMs = z.number();
const day = z.iso
  .date('is not a day like 2026-03-13')
  .check(z.regex(/^(?:19|20|21)/, 'is not a day of our time'));

/** Query of `GET /api/search` and `GET /api/meetings/:id/search`. */
export const searchQuerySchema = z.object({
  q: z._default(
    z.string().check(z.maxLength(archiveLimits.query, `has more than ${archiveLimits.query} characters`)),
    '',
  ),
  /** Part of a speaker's name. */
  speaker: z._default(z.string().check(z.maxLength(200)), ''),
  /** Days of meetings, both included, in the time zone of the one who asks. */
  from: z.optional(day),
  to: z.optional(day),
  /** `next` of the page before. */
  after: z._default(z.string().check(z.maxLength(80)), ''),
});
export type SearchQuery = z.input<typeof searchQuerySchema>;

/** Characters `from` to `to` (without `to`) of the text. */
const rangeSchema = z.object({ from: z.int(), to: z.int() });
export type TextRange = z.infer<typeof rangeSchema>;

export const searchHitSchema = z.object({
  kind: z.enum(entryKinds),
  text: z.string(),
  /** What was looked for, in order, not overlapping. */
  marks: z.array(rangeSchema),
  /** Of a line; null for all else. */
  speaker: z.nullable(z.string()),
  /** The line itself, or the first one that it comes from; null for a title. */
  line: z.nullable(lineRefSchema),
  /** Milliseconds of the meeting's clock; null without a line. */
  startMs: z.nullable(z.number()),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const foundMeetingSchema = z.object({
  id: idSchema('mtg'),
  title: z.string(),
  atMs: unixMs,
  hits: z.array(searchHitSchema),
});
export type FoundMeeting = z.infer<typeof foundMeetingSchema>;

export const searchAnswerSchema = z.object({
  /** The newest first, up to `archiveLimits.page` hits together. */
  meetings: z.array(foundMeetingSchema),
  /** `any`: nothing has all of the words. `none`: there is no word in what was looked for. */
  matched: z.enum(['all', 'any', 'none']),
  /** Hits that were counted; all that there are when `complete`, else more in older meetings. */
  count: z.int(),
  complete: z.boolean(),
  /** Cursor for `?after=`, or null on the last page. */
  next: z.nullable(z.string()),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

// --- ask ------------------------------------------------------------------------------------------------------

const questionText = z.string().check(z.maxLength(archiveLimits.question));

/** `POST /api/ask`, over all meetings that one may see, and `POST /api/meetings/:id/ask`. */
export const askArchiveSchema = z.object({
  question: questionText.check(z.minLength(1)),
  /** What was asked and answered before, the oldest first: "why?" is about the last of it. */
  turns: z._default(
    z
      .array(
        z.object({ question: questionText, answer: z.string().check(z.maxLength(archiveLimits.answer)) }),
      )
      .check(z.maxLength(archiveLimits.turns)),
    [],
  ),
});
export type AskArchive = z.input<typeof askArchiveSchema>;

/** A line that a statement comes from. */
export const citationSchema = z.object({
  /** Counts from 1 in the answer; the same line has the same number. */
  number: z.int(),
  meetingId: idSchema('mtg'),
  title: z.string(),
  atMs: unixMs,
  line: lineRefSchema,
  /** Milliseconds of the meeting's clock. */
  startMs: z.number(),
  speaker: z.string(),
  text: z.string(),
});
export type Citation = z.infer<typeof citationSchema>;

/** The answer as server-sent events, in this order: one `start`, the statements, one `end`. */
export const askEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    /** `passages`: nobody words an answer, the best passages stand for themselves. */
    by: z.union([answeredBySchema, z.literal('passages')]),
    /** Meetings that were searched. */
    meetings: z.int(),
  }),
  /** Never without a citation. */
  z.object({ type: z.literal('statement'), text: z.string(), citations: z.array(citationSchema) }),
  z.object({
    type: z.literal('end'),
    /** False: it is not in the meetings. */
    found: z.boolean(),
    /** Sentences that were left out, because no line says so. */
    dropped: z.int(),
    /** A sentence for the person when the answer could not be finished. */
    problem: z.nullable(z.string()),
  }),
]);
export type AskEvent = z.infer<typeof askEventSchema>;
