import { and, asc, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import { nextOccurrence, parseRrule } from '../../lib/recurrence.ts';
import type { Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import { type Viewer, visibleTo } from './meeting-visibility.ts';
import type { Meeting } from './meetings.ts';
import { ruleTime } from './occurrences.ts';

export interface Busy {
  title: string;
  startsAt: Date;
  durationMinutes: number;
}

interface Span {
  startsAt: Date;
  durationMinutes: number;
}

/** More than a popup can show. */
const most = 5;
/** What a planned meeting without a length is taken for, in minutes. */
const usualMinutes = 60;

/** Planned meetings of an account, the earliest first, that overlap a time; `but` is the meeting that goes on now. */
export async function findConflicts(db: Tx, viewer: Viewer, span: Span, but: MeetingId): Promise<Busy[]> {
  const planned = await db
    .select()
    .from(meetings)
    .where(
      and(
        visibleTo(viewer),
        inArray(meetings.status, ['scheduled', 'live']),
        isNull(meetings.cancelledAt),
        isNotNull(meetings.scheduledAt),
        ne(meetings.id, but),
        // What does not recur is looked for by its time; of what does, the next times must be counted.
        sql`(${meetings.recurrence} is not null or (${meetings.scheduledAt} < ${endOf(span).toISOString()}::timestamptz
          and ${meetings.scheduledAt} + make_interval(mins => coalesce(${meetings.durationMinutes}, ${usualMinutes}))
            > ${span.startsAt.toISOString()}::timestamptz))`,
      ),
    )
    .orderBy(asc(meetings.scheduledAt));
  return planned
    .flatMap((meeting) => timesWithin(meeting, span))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .slice(0, most);
}

/** The times of a meeting that overlap the span: its own, and of a series the ones that the rule has after it. */
function timesWithin(meeting: Meeting, span: Span): Busy[] {
  const { title, scheduledAt } = meeting;
  const durationMinutes = meeting.durationMinutes ?? usualMinutes;
  const times = [scheduledAt, nextOfSeries(meeting, span, durationMinutes)];
  return times
    .filter((at) => at !== null)
    .map((startsAt) => ({ title, startsAt, durationMinutes }))
    .filter((busy) => busy.startsAt < endOf(span) && endOf(busy) > span.startsAt);
}

function nextOfSeries(meeting: Meeting, { startsAt }: Span, durationMinutes: number): Date | null {
  const { recurrence, seriesStart, timeZone } = meeting;
  const current = ruleTime(meeting);
  if (!recurrence || !seriesStart || !timeZone || !current) return null;
  const series = { start: seriesStart, timeZone, recurrence: parseRrule(recurrence, timeZone) };
  const after = Math.max(current.getTime(), startsAt.getTime() - durationMinutes * 60_000);
  return nextOccurrence(series, new Date(after));
}

function endOf({ startsAt, durationMinutes }: Span): Date {
  return new Date(startsAt.getTime() + durationMinutes * 60_000);
}
