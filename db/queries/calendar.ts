/** Planned meetings as calendars have them: one entry per meeting or series. */
import { desc, eq, sql } from 'drizzle-orm';
import type { MeetingEvent } from '../../lib/calendar/meeting-event.ts';
import type { Tx } from '../database.ts';
import { users } from '../schema/accounts.ts';
import { meetings } from '../schema/meetings.ts';
import { type Viewer, visibleTo } from './meeting-visibility.ts';
import type { Meeting } from './meetings.ts';
import { listSkippedOccurrences, ruleTime, seriesHead } from './occurrences.ts';

export type EntryTimes = MeetingEvent['times'];

export interface CalendarMeeting {
  meeting: Meeting;
  times: EntryTimes;
  organizer: { name: string; email: string } | null;
}

/** As many as a calendar program takes without complaint. */
const most = 1_000;

/** What the viewer has planned or is invited to, but for what was called off and what was over before `since`. */
export async function listCalendarMeetings(db: Tx, viewer: Viewer, since: Date): Promise<CalendarMeeting[]> {
  const newest = db
    .selectDistinctOn([sql`coalesce(${meetings.seriesId}, ${meetings.id})`], { id: meetings.id })
    .from(meetings)
    .where(visibleTo(viewer))
    .orderBy(
      sql`coalesce(${meetings.seriesId}, ${meetings.id})`,
      desc(meetings.createdAt),
      desc(meetings.id),
    );
  const rows = await db
    .select({ meeting: meetings, name: users.name, email: users.email })
    .from(meetings)
    .leftJoin(users, eq(users.id, meetings.ownerId))
    .where(
      sql`${meetings.id} in ${newest} and ${meetings.cancelledAt} is null
        and ${meetings.scheduledAt} > ${since.toISOString()}::timestamptz`,
    )
    .orderBy(desc(meetings.scheduledAt))
    .limit(most);
  const entries: CalendarMeeting[] = [];
  for (const { meeting, name, email } of rows) {
    const times = await entryTimes(db, meeting);
    const organizer = name !== null && email !== null ? { name, email } : null;
    if (times) entries.push({ meeting, times, organizer });
  }
  return entries;
}

/** When a meeting, or its whole series, takes place; null without a time. */
export async function entryTimes(tx: Tx, meeting: Meeting): Promise<EntryTimes | null> {
  const { scheduledAt, seriesStart, recurrence } = meeting;
  if (!scheduledAt) return null;
  if (!recurrence || !seriesStart) return [{ kind: 'single', start: scheduledAt }];
  const excluded = await listSkippedOccurrences(tx, seriesHead(meeting), seriesStart);
  const series = { kind: 'series' as const, start: seriesStart, rule: recurrence, excluded };
  return meeting.recurrenceAt ? [series, occurrenceTime(meeting, scheduledAt)] : [series];
}

/** When the current occurrence of a series takes place. */
export function occurrenceTime(meeting: Meeting, scheduledAt: Date) {
  const occurrenceAt = ruleTime(meeting) ?? scheduledAt;
  return { kind: 'occurrence' as const, start: scheduledAt, occurrenceAt };
}
