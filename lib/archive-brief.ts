/** What a model is given to answer a question about meetings: facts, and excerpts of transcripts (see `marked-data.ts`). */
import { z } from 'zod/mini';
import { markedData } from './marked-data.ts';

export const archiveBriefSchema = z.object({
  v: z.literal(1),
  request: z.literal('archive'),
  /** ISO 8601 with offset. */
  now: z.string(),
  /** IANA name. */
  timeZone: z.string(),
  /** The question with those before it that it refers back to. */
  asked: z.string(),
  /** In how many lines, of all that may be read, each telling word of the question is; 0: nobody ever said it. */
  words: z.array(z.object({ word: z.string(), lines: z.int() })),
  /** How many lines may be read. */
  lines: z.int(),
});
export type ArchiveBrief = z.infer<typeof archiveBriefSchema>;

export const excerptLineSchema = z.object({
  /** Excerpts count from 1, and lines within each: a citation is `[2.7]`. */
  excerpt: z.int(),
  line: z.int(),
  meeting: z.string(),
  /** Day and time at which it was said, ISO 8601 with offset. */
  at: z.string(),
  speaker: z.string(),
  text: z.string(),
});
export type ExcerptLine = z.infer<typeof excerptLineSchema>;

/** What a model says, and nothing else, when the excerpts do not have the answer. */
export const notInMeetings = 'NOT IN THE MEETINGS';

/** The brief and its excerpts as they stand at the end of a message. */
export const { format: formatArchiveData, parse: parseArchiveData } = markedData(
  'archive-data',
  archiveBriefSchema,
  excerptLineSchema,
);
