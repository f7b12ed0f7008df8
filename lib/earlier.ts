/** What a meeting begins with when it continues another: what was settled there, and what was left open. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';
import { summarySchema } from './summary.ts';
import { decisionViewSchema, taskViewSchema } from './task-messages.ts';

export const earlierSchema = z.object({
  meeting: z.object({
    id: idSchema('mtg'),
    title: z.string(),
    /** Unix time in milliseconds at which it began. */
    atMs: z.number(),
  }),
  /** A few sentences; empty where there is no summary. */
  overview: z.string(),
  decisions: z.array(decisionViewSchema),
  /** Those that are still open. */
  tasks: z.array(taskViewSchema),
  questions: summarySchema.shape.questions,
});
export type Earlier = z.infer<typeof earlierSchema>;

/** `GET /api/meetings/:id/earlier`; null where it continues none that the reader may see. */
export const earlierAnswerSchema = z.object({ earlier: z.nullable(earlierSchema) });
