/** What a chat model is given to summarise. */
import { z } from 'zod/mini';
import { briefLineSchema } from './assistant-brief.ts';
import { markedData } from './marked-data.ts';
import { summaryTemplateSchema } from './summary-choice.ts';

export const summaryBriefSchema = z.object({
  v: z.literal(1),
  request: z.literal('summary'),
  meetingTitle: z.string(),
  /** ISO 8601 with offset: what "by Friday" is counted from. */
  startedAt: z.string(),
  /** IANA name. */
  timeZone: z.string(),
  /** BCP 47 tag. */
  language: z.string(),
  /** Everyone who was there, by the names that stand before the lines. */
  people: z.array(z.string()),
  /** The AI participant, whose own words are not a source. */
  persona: z.string(),
  template: summaryTemplateSchema,
  /** For the template `own`; else empty. */
  instructions: z.string(),
  /** What people wrote to everyone meanwhile; it helps to understand the lines and is no source itself. */
  chat: z.optional(z.array(z.object({ atMs: z.int(), sender: z.string(), text: z.string() }))),
  /** What people wrote down together; like `chat` no source itself. */
  notes: z.optional(z.string()),
  /** What is written on the whiteboard, each text a line; like `chat` no source itself. */
  board: z.optional(z.string()),
  /** What everyone was asked, with how many voted for what, each poll a line; like `chat` no source itself. */
  polls: z.optional(z.string()),
  /** Of a meeting that is too long for one call: which part, counted from 1. */
  part: z.nullable(z.object({ number: z.int(), of: z.int() })),
});
export type SummaryBrief = z.infer<typeof summaryBriefSchema>;

/** The brief and the transcript as they stand at the end of a message. */
export const { format: formatSummaryData, parse: parseSummaryData } = markedData(
  'summary-data',
  summaryBriefSchema,
  briefLineSchema,
);
