/**
 * A meeting as a file: what every export is made from, and what the JSON one is, word for word. A later form of it gets
 * a higher `version`; fields may be added without one. Times of the transcript are milliseconds of the meeting's clock,
 * all others Unix milliseconds.
 */
import { z } from 'zod/mini';
import { answeredBySchema } from './answered-by.ts';
import { noteLineSchema } from './documents/note-line.ts';
import { idSchema } from './id-schema.ts';
import { lineRefSchema } from './line-ref.ts';
import { transcriptGapSchema } from './messages.ts';
import { roleSchema } from './roles.ts';
import { summaryBases, summarySchema } from './summary.ts';

export const exportFormats = ['md', 'pdf', 'docx', 'srt', 'vtt', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const unixMs = z.number();
const text = z.string();
const lines = z.array(lineRefSchema);

export const exportedLineSchema = z.extend(lineRefSchema, {
  /** Of the person in `people`, or of the AI participant. */
  speakerId: text,
  speaker: text,
  startMs: z.int(),
  endMs: z.int(),
  text,
  /** Whose wording it is: as heard live, from the pass over the recording, or corrected by a person. */
  source: z.enum(['live', 'recording', 'person']),
});
export type ExportedLine = z.infer<typeof exportedLineSchema>;

export const meetingExportSchema = z.object({
  format: z.literal('parley-meeting'),
  version: z.literal(1),
  exportedAtMs: unixMs,
  meeting: z.object({
    id: idSchema('mtg'),
    title: text,
    /** BCP 47 tag. */
    language: text,
    /** IANA name; null for a meeting that was started without one. */
    timeZone: z.nullable(text),
    startedAtMs: z.nullable(unixMs),
    endedAtMs: z.nullable(unixMs),
    /** Name of the AI participant. */
    assistant: text,
  }),
  /** Who was let in. */
  people: z.array(z.object({ id: idSchema('par'), name: text, role: roleSchema, presentMs: z.number() })),
  /** The newest one; null where there is none. */
  summary: z.nullable(
    z.object({
      version: z.int(),
      basis: z.enum(summaryBases),
      by: answeredBySchema,
      model: text,
      createdAtMs: unixMs,
      content: summarySchema,
    }),
  ),
  /** As people have left them: ticked, corrected, without those that were taken away. */
  tasks: z.array(
    z.object({ text, owner: z.nullable(text), due: z.nullable(text), done: z.boolean(), lines }),
  ),
  decisions: z.array(z.object({ text, recordedBy: z.nullable(text), lines })),
  /** In order of time. */
  lines: z.array(exportedLineSchema),
  /** Where nobody listened, or it was off the record. */
  gaps: z.array(transcriptGapSchema),
  /** What people wrote to everyone, in order of time. */
  chat: z.array(z.object({ sender: text, atMs: z.int(), text })),
  /** What everyone was asked, in order of time, and how many voted for what. */
  polls: z.array(
    z.object({
      question: text,
      asker: text,
      atMs: z.int(),
      multiple: z.boolean(),
      anonymous: z.boolean(),
      /** People who voted. */
      voted: z.int(),
      /** `voters`: by name; null for an anonymous poll. */
      choices: z.array(z.object({ text, votes: z.int(), voters: z.nullable(z.array(text)) })),
    }),
  ),
  /** What people wrote down together. */
  notes: z.array(noteLineSchema),
  recordings: z.array(
    z.object({ id: idSchema('rec'), startedAtMs: z.nullable(unixMs), durationMs: z.nullable(z.number()) }),
  ),
  /** Stretches of a recording of which there is a picture. */
  pictures: z.array(
    z.object({
      id: idSchema('fil'),
      recordingId: idSchema('rec'),
      startedAtMs: unixMs,
      durationMs: z.number(),
    }),
  ),
});
export type ExportedPoll = MeetingExport['polls'][number];
export type MeetingExport = z.infer<typeof meetingExportSchema>;
