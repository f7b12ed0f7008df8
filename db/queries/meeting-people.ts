import { and, asc, desc, eq, ne, or, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Role } from '../../lib/roles.ts';
import type { Tx } from '../database.ts';
import { users } from '../schema/accounts.ts';
import { meetings, participants, presenceIntervals } from '../schema/meetings.ts';
import { type SummaryRow, summaryColumns } from './list-meetings.ts';
import { meetingPhase, meetingTime } from './meeting-phase.ts';
import { type Viewer, visibleTo } from './meeting-visibility.ts';

interface AttendeeRow {
  id: string;
  name: string;
  role: Role;
  presentNow: boolean;
  joinedAtMs: number | null;
  leftAtMs: number | null;
  presentMs: number;
}

const milliseconds = (seconds: unknown) =>
  sql<number | null>`round(extract(epoch from ${seconds}) * 1000)::float8`;

/** Who was let in, with their times in the room; the first to come first. */
export function listAttendees(db: Tx, meetingId: MeetingId): Promise<AttendeeRow[]> {
  const { joinedAt, leftAt } = presenceIntervals;
  const joined = sql`min(${joinedAt})`;
  return db
    .select({
      id: participants.id,
      name: participants.name,
      role: participants.role,
      presentNow: sql<boolean>`coalesce(bool_or(${joinedAt} is not null and ${leftAt} is null), false)`,
      joinedAtMs: milliseconds(joined),
      leftAtMs: milliseconds(sql`max(${leftAt})`),
      presentMs: sql<number>`coalesce(${milliseconds(sql`sum(coalesce(${leftAt}, now()) - ${joinedAt})`)}, 0)`,
    })
    .from(participants)
    .leftJoin(presenceIntervals, eq(presenceIntervals.participantId, participants.id))
    .where(and(eq(participants.meetingId, meetingId), eq(participants.admission, 'admitted')))
    .groupBy(participants.id)
    .orderBy(sql`${joined} asc nulls last`, asc(participants.createdAt));
}

/** A meeting as lists show it. Whether one may see it was decided before. */
export async function findSummary(db: Tx, id: MeetingId): Promise<SummaryRow | null> {
  const [row] = await db
    .select(summaryColumns)
    .from(meetings)
    .leftJoin(users, eq(users.id, meetings.ownerId))
    .where(eq(meetings.id, id));
  return row ?? null;
}

/** Other meetings of the same series that the viewer may see, the newest first. */
export function listSeries(db: Tx, viewer: Viewer, head: MeetingId, but: MeetingId) {
  return db
    .select({ id: meetings.id, atMs: sql<number>`${milliseconds(meetingTime)}`, phase: meetingPhase })
    .from(meetings)
    .where(
      and(or(eq(meetings.id, head), eq(meetings.seriesId, head)), ne(meetings.id, but), visibleTo(viewer)),
    )
    .orderBy(desc(meetingTime))
    .limit(20);
}
