import { and, desc, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { actions } from '../schema/assistance.ts';
import { meetings } from '../schema/meetings.ts';
import { meetingTime } from './meeting-phase.ts';
import { type Viewer, visibleTo } from './meeting-visibility.ts';
import type { Meeting } from './meetings.ts';

/**
 * The meeting that this one continues: the last one of its series that took place, else the one in which it was
 * arranged. Null where there is none, or the viewer may not see it.
 */
export async function findEarlierMeeting(db: Tx, viewer: Viewer, meeting: Meeting): Promise<Meeting | null> {
  const { id, actionId, startedAt, scheduledAt, createdAt } = meeting;
  const isOfSeries = and(
    sql`coalesce(${meetings.seriesId}, ${meetings.id}) = ${meeting.seriesId ?? id}`,
    sql`${meetingTime} < ${(startedAt ?? scheduledAt ?? createdAt).toISOString()}::timestamptz`,
  );
  const hasArranged =
    actionId === null
      ? sql`false`
      : eq(meetings.id, db.select({ id: actions.meetingId }).from(actions).where(eq(actions.id, actionId)));
  const [row] = await db
    .select()
    .from(meetings)
    .where(
      and(
        ne(meetings.id, id),
        isNotNull(meetings.startedAt),
        isNotNull(meetings.endedAt),
        or(isOfSeries, hasArranged),
        visibleTo(viewer),
      ),
    )
    .orderBy(sql`${isOfSeries} desc`, desc(meetingTime))
    .limit(1);
  return row ?? null;
}
