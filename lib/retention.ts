/** How long meetings are kept. Parsed on both sides, like `messages.ts`. */
import { z } from 'zod/mini';

export const longestKeepDays = 3_650;

/** Days after the end of a meeting. */
export const keepDaysSchema = z.int().check(z.gte(1), z.lte(longestKeepDays));

/** Of one meeting: `workspace`, what the installation says; `forever`; or a number of days of its own. */
export const meetingKeepSchema = z.union([z.enum(['workspace', 'forever']), keepDaysSchema]);
export type MeetingKeep = z.infer<typeof meetingKeepSchema>;

/** `POST /api/meetings/:id/retention`, for the host. */
export const changeRetentionSchema = z.object({ keep: meetingKeepSchema });

/** `GET /api/meetings/:id/retention`. */
export const retentionSchema = z.object({
  keep: meetingKeepSchema,
  /** Null: for ever. */
  workspaceKeepDays: z.nullable(keepDaysSchema),
  /** From when on it is deleted; null: never, or not known before its end. */
  deletesAtMs: z.nullable(z.number()),
});
export type Retention = z.infer<typeof retentionSchema>;
