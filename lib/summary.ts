/**
 * What a meeting leaves behind in words: the summary, its versions and how far the work after a meeting is. Parsed on
 * both sides, like `messages.ts`. Times are Unix milliseconds, except those of the transcript.
 */
import { z } from 'zod/mini';
import { answeredBySchema } from './answered-by.ts';
import { idSchema } from './id-schema.ts';
import { lineRefSchema } from './line-ref.ts';
import { summaryLimits, summaryTemplateSchema } from './summary-choice.ts';

const unixMs = z.number();
const text = z.string();
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day like 2026-03-13'));

/** The one shape of a summary. Every item names the lines that it comes from. */
const summaryOf = <T extends z.ZodMiniType>(line: T) => {
  const lines = z.array(line);
  return z.object({
    /** A few sentences. */
    overview: text,
    /** In the order in which they came up. */
    topics: z.array(z.object({ title: text, text, lines })),
    decisions: z.array(z.object({ text, lines })),
    tasks: z.array(
      z.object({
        text,
        /** A name as it stands in the transcript; null where nobody took it. */
        owner: z.nullable(text),
        /** In the meeting's time zone; null where none was said. */
        due: z.nullable(day),
        /** The words that it comes from. */
        quote: text,
        lines,
      }),
    ),
    questions: z.array(z.object({ text, lines })),
    numbers: z.array(z.object({ text, lines })),
  });
};

/** As a model writes it: a line is `epoch.seq`, as it stood before the line. */
export const writtenSummarySchema = summaryOf(text);
export type WrittenSummary = z.infer<typeof writtenSummarySchema>;

/** As it is kept: every line exists. */
export const summarySchema = summaryOf(lineRefSchema);
export type Summary = z.infer<typeof summarySchema>;

/** What a summary was made from. `edited`: people had corrected words since. */
export const summaryBases = ['live', 'recording', 'edited'] as const;
export type SummaryBasis = (typeof summaryBases)[number];

export const summaryViewSchema = z.object({
  id: idSchema('sum'),
  /** Counts from 1 in the meeting. */
  version: z.int(),
  basis: z.enum(summaryBases),
  template: summaryTemplateSchema,
  by: answeredBySchema,
  /** Name of the model. */
  model: text,
  content: summarySchema,
  /** Citations of lines that do not exist, which were left out. */
  droppedCitations: z.int(),
  /** Time that the model took, in milliseconds. */
  modelMs: z.int(),
  createdAtMs: unixMs,
});
export type SummaryView = z.infer<typeof summaryViewSchema>;

/** `GET /api/meetings/:id/summary`, the newest one or `?version=`. */
export const summaryAnswerSchema = z.object({
  summary: z.nullable(summaryViewSchema),
  /** Newest first. */
  versions: z.array(
    z.pick(summaryViewSchema, { version: true, basis: true, template: true, by: true, createdAtMs: true }),
  ),
});
export type SummaryAnswer = z.infer<typeof summaryAnswerSchema>;

/** `POST /api/meetings/:id/summary`, for those who may edit the meeting: write it again. */
export const requestSummarySchema = z.object({
  template: summaryTemplateSchema,
  instructions: z._default(z.string().check(z.maxLength(summaryLimits.instructions)), ''),
});
export type RequestSummary = z.input<typeof requestSummarySchema>;

// --- how far it is --------------------------------------------------------------------------------------------

/** What follows the end of a meeting. `revision`: the careful second pass over the recording. */
export const afterStages = ['transcript', 'recording', 'revision', 'summary', 'mail', 'search'] as const;
export type AfterStage = (typeof afterStages)[number];
/** `skipped`: there is nothing to do, and the message says why. */
export const stageStates = ['waiting', 'working', 'done', 'failed', 'skipped'] as const;
export type StageState = (typeof stageStates)[number];

export const stageViewSchema = z.object({
  stage: z.enum(afterStages),
  state: z.enum(stageStates),
  /** A sentence for people; empty where the state says it all. */
  message: text,
  changedAtMs: unixMs,
});
export type StageView = z.infer<typeof stageViewSchema>;
/** `GET /api/meetings/:id/after`, in the order of `afterStages`; empty before the end. */
export const afterAnswerSchema = z.object({ stages: z.array(stageViewSchema) });
