/** Sessions of breakout rooms: from their opening to their closing. */
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { BreakoutChoice } from '../../lib/breakout-messages.ts';
import { createId, type Id, type MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { breakoutSessions } from '../schema/breakouts.ts';
import { meetings } from '../schema/meetings.ts';
import type { Meeting } from './meetings.ts';

export type BreakoutSession = typeof breakoutSessions.$inferSelect;

/** Rooms that nobody has been in for this long are closed: everyone has gone home. */
const abandonedAfter = sql`interval '5 minutes'`;

const isOpen = and(
  isNull(breakoutSessions.closedAt),
  sql`(${breakoutSessions.closesAt} is null or ${breakoutSessions.closesAt} > now())`,
);

/** Null when rooms of this meeting are open already. */
export async function openSession(
  tx: Tx,
  meetingId: MeetingId,
  { choice, minutes }: { choice: BreakoutChoice; minutes: number | null },
): Promise<BreakoutSession | null> {
  const [row] = await tx
    .insert(breakoutSessions)
    .values({
      id: createId('brk'),
      meetingId,
      choice,
      closesAt: minutes === null ? null : sql`now() + make_interval(mins => ${minutes})`,
    })
    .onConflictDoNothing()
    .returning();
  return row ?? null;
}

/** A session as it is at the moment of reading. */
export interface OpenSession extends BreakoutSession {
  /** The time that it has left; null when nobody has said. */
  closesInMs: number | null;
  /** The main room is off the record, and with it every room. */
  offRecord: boolean;
}

/** The session whose rooms people may enter now; null when there is none. */
export async function findOpenSession(db: Tx, mainId: MeetingId): Promise<OpenSession | null> {
  const [row] = await db
    .select({
      session: breakoutSessions,
      closesInMs: sql<
        number | null
      >`(extract(epoch from ${breakoutSessions.closesAt} - clock_timestamp()) * 1000)::float8`,
      offRecord: meetings.paused,
    })
    .from(breakoutSessions)
    .innerJoin(meetings, eq(meetings.id, breakoutSessions.meetingId))
    .where(and(eq(breakoutSessions.meetingId, mainId), isOpen));
  return row ? { ...row.session, closesInMs: row.closesInMs, offRecord: row.offRecord } : null;
}

/** Closes the open session in `ms` from now, unless it closes sooner. False when none is open. */
export async function closeSessionIn(db: Tx, mainId: MeetingId, ms: number): Promise<boolean> {
  const rows = await db
    .update(breakoutSessions)
    .set({
      closesAt: sql`least(coalesce(${breakoutSessions.closesAt}, 'infinity'), now() + make_interval(secs => ${ms / 1000}))`,
    })
    .where(and(eq(breakoutSessions.meetingId, mainId), isOpen))
    .returning({ id: breakoutSessions.id });
  return rows.length > 0;
}

/** Sessions to close: their time has come, their meeting is over, or everyone has gone. */
export function listDueSessions(db: Tx): Promise<BreakoutSession[]> {
  const isDeserted: SQL = sql`not exists (
    select 1 from meetings m left join breakout_rooms r on r.room_id = m.id
    where (m.id = breakout_sessions.meeting_id or r.session_id = breakout_sessions.id)
      and (m.status = 'live' and (m.room_missing_since is null
        or m.room_missing_since > now() - ${abandonedAfter})))`;
  return db
    .select()
    .from(breakoutSessions)
    .where(
      and(
        isNull(breakoutSessions.closedAt),
        sql`(${breakoutSessions.closesAt} <= now()
          or exists (select 1 from meetings m where m.id = breakout_sessions.meeting_id and m.status <> 'live')
          or ${isDeserted})`,
      ),
    );
}

export async function markSessionClosed(db: Tx, id: Id<'brk'>): Promise<void> {
  await db
    .update(breakoutSessions)
    .set({ closedAt: sql`coalesce(${breakoutSessions.closedAt}, now())` })
    .where(eq(breakoutSessions.id, id));
}

/**
 * Milliseconds since the newest breakout session of which this meeting is the main room, or a room, closed: 0 while
 * one is open, null when there never was one.
 */
export async function findBreakoutsAge(db: Tx, { id, parentId }: Pick<Meeting, 'id' | 'parentId'>) {
  const [row] = await db
    .select({
      ms: sql<
        number | null
      >`(extract(epoch from now() - max(coalesce(${breakoutSessions.closedAt}, now()))) * 1000)::float8`,
    })
    .from(breakoutSessions)
    .where(eq(breakoutSessions.meetingId, parentId ?? id));
  return row?.ms ?? null;
}
