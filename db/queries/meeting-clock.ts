import { type SQL, sql } from 'drizzle-orm';

/**
 * A moment on the clock of the meeting `m` in the surrounding statement, in ms since its start. It stands still
 * at the largest integer, after 24 days: an error here would stop the work on every other meeting too.
 */
export function meetingMs(moment: SQL): SQL {
  const ms = sql`coalesce(extract(epoch from ${moment} - m.started_at) * 1000, 0)`;
  return sql`greatest(0, least(2147483647, ${ms}))::int`;
}
