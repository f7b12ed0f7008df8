/** What people correct in a transcript: apart from what reading it takes. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';
import { lineViewSchema } from './line-messages.ts';
import { limits } from './messages.ts';

/** `PUT /api/meetings/:id/lines/:ref`. */
export const correctLineSchema = z.object({
  /** Null: a person's wording is taken back. */
  text: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.line))),
  /** What the line said when the person began; another wording by now is a `line_changed`. */
  seen: z.string(),
});
export type CorrectLine = z.infer<typeof correctLineSchema>;

const nameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.name));
/** `PUT /api/meetings/:id/lines/:ref/speaker` and `/speakers/:speaker`; null: as the microphone was called. */
export const nameSpeakerSchema = z.object({ name: z.nullable(nameSchema) });
export type NameSpeaker = z.infer<typeof nameSpeakerSchema>;

export const lineAnswerSchema = z.object({ line: lineViewSchema });

export const lineEditSchema = z.object({
  id: idSchema('edt'),
  /** `name`: the speaker's, in the whole meeting. */
  what: z.enum(['words', 'speaker', 'name']),
  before: z.string(),
  after: z.string(),
  /** Null where that person's data was deleted. */
  by: z.nullable(z.string()),
  atMs: z.number(),
});
export type LineEdit = z.infer<typeof lineEditSchema>;
/** `GET /api/meetings/:id/lines/:ref/edits`, oldest first. */
export const lineEditListSchema = z.object({ edits: z.array(lineEditSchema) });
