import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import { meetingTime } from './meeting-phase.ts';
import { type Viewer, visibleTo } from './meeting-visibility.ts';

/**
 * Where is searched: in all that somebody may see, in what every one of several people may see but for one meeting, or
 * in one meeting that they were let into before.
 */
export type SearchScope =
  | { kind: 'all'; viewer: Viewer; from: string | undefined; to: string | undefined; timeZone: string }
  | { kind: 'shared'; viewers: readonly [Viewer, ...Viewer[]]; except: MeetingId }
  | { kind: 'meeting'; meetingId: MeetingId };

export interface SearchableMeeting {
  id: MeetingId;
  title: string;
  /** Unix milliseconds. */
  atMs: number;
  /** Lines, or a guess while it goes on. */
  lines: number;
}

/** Meetings of one search; who has more finds the newest. */
const most = 20_000;
/** Lines of a meeting that were not counted yet. */
const guessedLines = 1_000;

/** The newest first. */
export function listSearchableMeetings(db: Tx, scope: SearchScope): Promise<SearchableMeeting[]> {
  return db
    .select({
      id: meetings.id,
      title: meetings.title,
      atMs: sql<number>`(extract(epoch from ${meetingTime}) * 1000)::float8`.as('at_ms'),
      lines: sql<number>`coalesce(${meetings.lineCount}, ${guessedLines})`.as('lines'),
    })
    .from(meetings)
    .where(within(scope))
    .orderBy(desc(meetingTime), desc(meetings.id))
    .limit(most);
}

function within(scope: SearchScope): SQL | undefined {
  switch (scope.kind) {
    case 'all':
      return withinDays(scope);
    case 'shared':
      return and(ne(meetings.id, scope.except), ...scope.viewers.map(visibleTo));
    case 'meeting':
      return eq(meetings.id, scope.meetingId);
  }
}

function withinDays({ viewer, from, to, timeZone }: Extract<SearchScope, { kind: 'all' }>): SQL | undefined {
  const day = (text: string) => sql`(${text}::date)::timestamp`;
  return and(
    visibleTo(viewer),
    from === undefined ? undefined : sql`${meetingTime} >= ${day(from)} at time zone ${timeZone}`,
    to === undefined
      ? undefined
      : sql`${meetingTime} < (${day(to)} + interval '1 day') at time zone ${timeZone}`,
  );
}
