/** Who read, heard, took along or passed on what a meeting left behind. Parsed on both sides, like `messages.ts`. */
import { z } from 'zod/mini';

/**
 * `heard`, `watched`: sound or picture of the recording was fetched. `unshared`: a link was withdrawn. `kept`: the host
 * changed how long the meeting is kept. `allowed`, `refused`, `disallowed`: somebody asked to see the meeting, may, may not, may not any more.
 */
export const accessEventSchema = z.enum([
  'read',
  'heard',
  'watched',
  'exported',
  'shared',
  'unshared',
  'kept',
  'allowed',
  'refused',
  'disallowed',
]);
export type AccessEvent = z.infer<typeof accessEventSchema>;

/** `GET /api/meetings/:id/access-log`, newest first, for hosts. */
export const accessLogSchema = z.object({
  entries: z.array(
    z.object({
      id: z.int(),
      atMs: z.number(),
      /** The person, or the link that was opened. */
      name: z.string(),
      event: accessEventSchema,
      /** What exactly, as a sentence or a name; empty where the event says it all. */
      note: z.string(),
    }),
  ),
});
export type AccessLogEntry = z.infer<typeof accessLogSchema>['entries'][number];
