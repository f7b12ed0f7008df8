import { sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Db, Tx } from '../database.ts';
import { meetingMs } from './meeting-clock.ts';
import { type MeetingCounts, refreshMeetingCounts } from './meeting-counts.ts';
import { enqueueEvent } from './outbox.ts';
import { listRecordings } from './recordings.ts';
import { announceStages, setStage } from './stages.ts';
import { announceFact } from './webhook-deliveries.ts';

/** Moves a meeting to `ended` if it is not there yet. False when it does not exist. */
export async function closeMeeting(db: Tx, id: MeetingId): Promise<boolean> {
  const rows = await db.execute(sql`
    with closed as (
      update meetings set status = 'ended', ended_at = coalesce(ended_at, now())
      where id = ${id} and status in ('scheduled', 'live')
    )
    select 1 from meetings where id = ${id}`);
  return rows.length > 0;
}

export interface FlushState {
  /** Agent jobs that joined and have not delivered everything. */
  open: number;
  /** Milliseconds since one of those reported; null when none did. */
  heartbeatAgoMs: number | null;
  /** Lines stored so far. */
  lines: number;
}

/** How far the lines of a meeting have come. */
export async function findFlushState(db: Tx, id: MeetingId): Promise<FlushState> {
  const [row] = await db.execute<{ open: number; heartbeat_ago: number | null; lines: number }>(sql`
    select count(*)::int as open,
      (extract(epoch from now() - max(last_heartbeat_at)) * 1000)::float8 as heartbeat_ago,
      (select count(*)::int from transcript_lines where meeting_id = ${id}) as lines
    from agent_epochs where meeting_id = ${id} and joined_at is not null and flushed_at is null`);
  return { open: row?.open ?? 0, heartbeatAgoMs: row?.heartbeat_ago ?? null, lines: row?.lines ?? 0 };
}

/** Ends presence, gaps and pauses that are still open at the end of the meeting. Returns how many of the first two. */
export async function settleAtEnd(db: Tx, id: MeetingId): Promise<{ presences: number; gaps: number }> {
  const presences = await db.execute(sql`
    update presence_intervals p set left_at = greatest(p.joined_at, m.ended_at)
    from meetings m where m.id = p.meeting_id and m.id = ${id} and p.left_at is null
    returning p.id`);
  const gaps = await db.execute(sql`
    update transcript_gaps g set end_ms = greatest(g.start_ms, ${meetingMs(sql`m.ended_at`)})
    from meetings m where m.id = g.meeting_id and m.id = ${id} and g.end_ms is null
    returning g.id`);
  await db.execute(sql`
    update pauses p set ended_at = greatest(p.started_at, m.ended_at)
    from meetings m where m.id = p.meeting_id and m.id = ${id} and p.ended_at is null`);
  return { presences: presences.length, gaps: gaps.length };
}

/**
 * Moves an ended meeting to `completed`, once, tells what follows, and stores its counts. Counted again after the
 * commit: ingest recounts only meetings that it sees completed, so a line that came in between is found here.
 */
export async function completeMeeting(db: Db, id: MeetingId): Promise<MeetingCounts> {
  await db.transaction(async (tx) => {
    await refreshMeetingCounts(tx, id);
    const completed = await tx.execute<{ took_place: boolean }>(sql`
      update meetings set status = 'completed', completed_at = now() where id = ${id} and status = 'ended'
      returning started_at is not null as took_place`);
    if (completed.length === 0) return;
    await setStage(tx, id, 'transcript', 'done');
    const recorded = (await listRecordings(tx, id)).length > 0;
    const announced = ['summary', 'mail', 'search'] as const;
    await announceStages(tx, id, recorded ? ['recording', 'revision', ...announced] : announced);
    await enqueueEvent(tx, {
      id: `meeting-completed:${id}`,
      name: 'meeting/completed',
      data: { meetingId: id },
    });
    if (completed[0]?.took_place) {
      await announceFact(tx, { event: 'meeting.finished', meetingId: id, subjectId: id });
    }
  });
  return refreshMeetingCounts(db, id);
}
