/** How long meetings are kept, and which of them have been kept for long enough. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { MeetingKeep } from '../../lib/retention.ts';
import type { Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import type { Meeting } from './meetings.ts';

export async function setMeetingKeep(db: Tx, id: MeetingId, keep: MeetingKeep): Promise<void> {
  await db
    .update(meetings)
    .set({ keepDays: keepDaysOf(keep) })
    .where(eq(meetings.id, id));
}

/** What the host chose for a meeting. */
export function meetingKeep({ keepDays }: Pick<Meeting, 'keepDays'>): MeetingKeep {
  if (keepDays === null) return 'workspace';
  return keepDays === 0 ? 'forever' : keepDays;
}

const keepDaysOf = (keep: MeetingKeep) => (keep === 'workspace' ? null : keep === 'forever' ? 0 : keep);

/** Meetings whose time is over, the oldest first. */
export async function listOverdueMeetings(db: Tx, { limit }: { limit: number }): Promise<MeetingId[]> {
  const days = sql`nullif(coalesce(${meetings.keepDays}, (select keep_days from workspace)), 0)`;
  const rows = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        inArray(meetings.status, ['ended', 'completed']),
        // Breakout rooms are kept as long as their main meeting, and go with it.
        isNull(meetings.parentId),
        sql`${meetings.endedAt} + make_interval(days => ${days}) < now()`,
      ),
    )
    .orderBy(asc(meetings.endedAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}
