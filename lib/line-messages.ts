/** The transcript as it counts. Times are milliseconds of the meeting's clock. */
import { z } from 'zod/mini';
import type { LineRef } from './assistant-messages.ts';
import { lineRefSchema } from './line-ref.ts';
import { transcriptGapSchema } from './messages.ts';

/** Lines in one page. */
export const linesPerPage = 2_000;

export const lineViewSchema = z.extend(lineRefSchema, {
  /** `unheard`: speech that was heard and could not be written down; `text` says why. */
  kind: z.enum(['speech', 'unheard']),
  /** LiveKit identity; `named:` and the name where a person set somebody who was not in the meeting. */
  speaker: z.string(),
  speakerName: z.string(),
  /** Whose microphone it came from, where a person set another speaker or name; else null. */
  heardAs: z.nullable(z.string()),
  /** Where that was set: for this line alone, else for all of its speaker; null where it was not. */
  renamed: z.nullable(z.enum(['line', 'meeting'])),
  startMs: z.int(),
  endMs: z.int(),
  text: z.string(),
  /** Whose wording `text` is. */
  source: z.enum(['live', 'recording', 'person']),
  /** As it was heard live; null where only a recording has it. */
  liveText: z.nullable(z.string()),
  /** As a recording has it; null where none does. Beside a person's wording it is an offer. */
  recordedText: z.nullable(z.string()),
});
export type LineView = z.infer<typeof lineViewSchema>;

/** `GET /api/meetings/:id/lines`, in order of time. */
export const linePageSchema = z.object({
  lines: z.array(lineViewSchema),
  gaps: z.array(transcriptGapSchema),
  /** Cursor for `?after=`; null at the end. */
  next: z.nullable(z.string()),
});
export type LinePage = z.infer<typeof linePageSchema>;

export function writeLineRef({ epoch, seq }: LineRef): string {
  return `${epoch}.${seq}`;
}

/** Reads `epoch.seq`; null for anything else. */
export function readLineRef(text: string): LineRef | null {
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(text);
  if (!match || Number(match[2]) < 1) return null;
  return { epoch: Number(match[1]), seq: Number(match[2]) };
}
