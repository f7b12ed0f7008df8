/** The notes of a meeting as its page reads them. */
import { z } from 'zod/mini';
import { idSchema } from '../id-schema.ts';
import { noteLineSchema } from './note-line.ts';

/** `GET /api/meetings/:id/notes` */
export const meetingNotesSchema = z.object({
  /** What everyone wrote together. */
  shared: z.array(noteLineSchema),
  /** What the caller wrote for themselves; null for who was never in the meeting. */
  own: z.nullable(
    z.object({
      ownerId: idSchema('par'),
      lines: z.array(noteLineSchema),
    }),
  ),
});
export type MeetingNotes = z.infer<typeof meetingNotesSchema>;
