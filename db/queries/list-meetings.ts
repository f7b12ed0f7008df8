import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { MeetingCounts, MeetingOrigin, MeetingPhase, MeetingTimes } from '../../lib/planning.ts';
import type { Tx } from '../database.ts';
import { users } from '../schema/accounts.ts';
import { invitations } from '../schema/invitations.ts';
import { meetings, participants } from '../schema/meetings.ts';
import { isInTimes, isOfOrigin, meetingPhase, meetingTime } from './meeting-phase.ts';
import { type Viewer, visibleTo } from './meeting-visibility.ts';

export type AccountViewer = Extract<Viewer, { kind: 'account' }>;

export interface MeetingFilter {
  times: MeetingTimes;
  origin: MeetingOrigin;
  search: string;
}

/** Place in a list: Postgres' own text of the time (a `Date` would lose its microseconds), and the id. */
export interface ListPlace {
  at: string;
  id: string;
}

export const summaryColumns = {
  id: meetings.id,
  code: meetings.code,
  title: meetings.title,
  phase: meetingPhase.as('phase'),
  at: sql<string>`to_char(${meetingTime} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'),
  scheduledAt: meetings.scheduledAt,
  startedAt: meetings.startedAt,
  endedAt: meetings.endedAt,
  durationMinutes: meetings.durationMinutes,
  recurrence: meetings.recurrence,
  ownerId: meetings.ownerId,
  ownerName: users.name,
  peopleCount: sql<number>`(select count(*)::int from ${participants} p
    where p.meeting_id = ${meetings.id} and p.admission = 'admitted')`.as('people_count'),
};

export interface SummaryRow {
  id: (typeof meetings.$inferSelect)['id'];
  code: string;
  title: string;
  phase: MeetingPhase;
  at: string;
  scheduledAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  durationMinutes: number | null;
  recurrence: string | null;
  ownerId: string | null;
  ownerName: string | null;
  peopleCount: number;
}

/** One page: what comes next first for upcoming meetings, the newest first everywhere else. */
export function listMeetings(
  db: Tx,
  viewer: AccountViewer,
  filter: MeetingFilter,
  { after, limit }: { after: ListPlace | null; limit: number },
): Promise<SummaryRow[]> {
  const forward = filter.times === 'upcoming';
  const behind = after
    ? sql`(${meetingTime}, ${meetings.id}) ${forward ? sql`>` : sql`<`} (${after.at}::timestamptz, ${after.id})`
    : undefined;
  const order = forward ? sql`asc` : sql`desc`;
  return db
    .select(summaryColumns)
    .from(meetings)
    .leftJoin(users, eq(users.id, meetings.ownerId))
    .where(and(visibleTo(viewer), matches(filter, viewer), behind))
    .orderBy(sql`${meetingTime} ${order}`, sql`${meetings.id} ${order}`)
    .limit(limit);
}

/** How many meetings each choice of `times` would list. */
export async function countMeetings(
  db: Tx,
  viewer: AccountViewer,
  filter: Omit<MeetingFilter, 'times'>,
): Promise<MeetingCounts> {
  const within = (times: MeetingTimes) =>
    sql<number>`(count(*) filter (where ${isInTimes(times) ?? sql`true`}))::int`;
  const [row] = await db
    .select({
      all: within('all'),
      upcoming: within('upcoming'),
      live: within('live'),
      past: within('past'),
    })
    .from(meetings)
    .leftJoin(users, eq(users.id, meetings.ownerId))
    .where(and(visibleTo(viewer), matches({ ...filter, times: 'all' }, viewer)));
  return row ?? { all: 0, upcoming: 0, live: 0, past: 0 };
}

function matches({ times, origin, search }: MeetingFilter, { userId }: AccountViewer): SQL | undefined {
  const words = search.split(/\s+/).filter((word) => word !== '');
  // Breakout rooms stand on the page of their main meeting.
  const isMain = isNull(meetings.parentId);
  return and(
    isMain,
    isInTimes(times),
    isOfOrigin(origin, userId),
    ...words.map((word) => mentions(word, userId)),
  );
}

/**
 * In the title, or in the name of someone who was there or planned it. Addresses of invited people are searched
 * only in the reader's own meetings: others do not see whom a host has invited.
 */
function mentions(word: string, userId: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(${meetings.title} ilike ${pattern} or ${users.name} ilike ${pattern}
    or exists (select 1 from ${participants} p where p.meeting_id = ${meetings.id}
      and p.admission = 'admitted' and p.name ilike ${pattern})
    or (${meetings.ownerId} = ${userId} and exists (select 1 from ${invitations} i
      where i.meeting_id = coalesce(${meetings.seriesId}, ${meetings.id})
        and i.revoked_at is null and i.email ilike ${pattern})))`;
}
