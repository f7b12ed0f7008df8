import { sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Db, Tx } from '../database.ts';
import { refreshMeetingCounts } from './meeting-counts.ts';

/** Moves a meeting to `ended` if it is not there yet and closes its open gaps. False when it does not exist. */
export async function closeMeeting(db: Db, id: MeetingId): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`
      update meetings set status = 'ended', ended_at = coalesce(ended_at, now())
      where id = ${id} and status in ('scheduled', 'live')`);
    const rows = await tx.execute(sql`select 1 from meetings where id = ${id}`);
    await tx.execute(sql`
      update transcript_gaps g set end_ms = greatest(g.start_ms,
        (extract(epoch from m.ended_at - coalesce(m.started_at, m.ended_at)) * 1000)::int)
      from meetings m where m.id = g.meeting_id and m.id = ${id} and g.end_ms is null`);
    return rows.length > 0;
  });
}

/** How many agent jobs joined, and how many of them have not delivered everything. */
export async function findFlushState(db: Tx, id: MeetingId): Promise<{ joined: number; waiting: number }> {
  const [row] = await db.execute<{ joined: number; waiting: number }>(sql`
    select count(*)::int as joined, (count(*) filter (where flushed_at is null))::int as waiting
    from agent_epochs where meeting_id = ${id} and joined_at is not null`);
  return { joined: row?.joined ?? 0, waiting: row?.waiting ?? 0 };
}

/** Ends every open presence at the end of the meeting. Returns how many were open. */
export async function settlePresenceAtEnd(db: Tx, id: MeetingId): Promise<number> {
  const rows = await db.execute(sql`
    update presence_intervals p set left_at = greatest(p.joined_at, m.ended_at)
    from meetings m where m.id = p.meeting_id and m.id = ${id} and p.left_at is null
    returning p.id`);
  return rows.length;
}

/** Stores the counts and moves the meeting to `completed`, once. */
export async function completeMeeting(db: Db, id: MeetingId): Promise<{ lines: number; gaps: number }> {
  return db.transaction(async (tx) => {
    await refreshMeetingCounts(tx, id);
    await tx.execute(sql`
      update meetings set status = 'completed', completed_at = now() where id = ${id} and status = 'ended'`);
    const [row] = await tx.execute<{ lines: number; gaps: number }>(sql`
      select line_count as lines, gap_count as gaps from meetings where id = ${id}`);
    return { lines: row?.lines ?? 0, gaps: row?.gaps ?? 0 };
  });
}
