import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { createId, type MeetingId } from '../../lib/ids.ts';
import {
  type MeetingStatus,
  offRecordSegment,
  type TranscriptGap,
  type TranscriptLine,
} from '../../lib/messages.ts';
import type { Tx } from '../database.ts';
import { type GapReason, quarantinedLines, transcriptLines } from '../schema/transcript.ts';
import { meetingMs } from './meeting-clock.ts';

export interface StoredLines {
  /** Lines that were not there before. */
  inserted: number;
  /** How far the meeting is at the moment at which the lines are stored. */
  status: MeetingStatus;
  lastEpoch: number;
}

/**
 * Stores lines once each: a line whose (meeting, epoch, seq) exists is left as it is. One prepared statement for
 * all of it, with `unnest`, because Drizzle's `values()` costs about three times as much per row and a second
 * question about the meeting a third of the whole. Speech that began off the record is not kept: a gap line has its
 * number. The share lock lets nobody move the meeting, or grant an
 * epoch, between the answer and the commit. Throws when there is no such meeting.
 */
export async function insertLines(
  client: Sql,
  meetingId: MeetingId,
  lines: TranscriptLine[],
): Promise<StoredLines> {
  const column = <K extends keyof TranscriptLine>(key: K) => lines.map((line) => line[key]);
  const [row] = await client<StoredLines[]>`
    with meeting as (
      select id, status, last_epoch, started_at from meetings where id = ${meetingId} for share
    ), inserted as (
      insert into transcript_lines
        (meeting_id, epoch, seq, kind, segment_id, speaker, speaker_name, track_sid, start_ms, end_ms, text)
      select m.id, line.epoch, line.seq,
        case when off_record then 'gap' else kind end,
        case when off_record then ${offRecordSegment} || line.epoch || '-' || seq else segment_id end,
        case when off_record then 'unknown' else speaker end,
        case when off_record then '' else speaker_name end,
        case when off_record then '' else track_sid end,
        start_ms,
        case when off_record then start_ms else end_ms end,
        case when off_record then 'Said off the record, and not kept.' else text end
      from meeting m, unnest(
        ${column('epoch')}::int[], ${column('seq')}::int[], ${column('kind')}::text[],
        ${column('segmentId')}::text[], ${column('speaker')}::text[], ${column('speakerName')}::text[],
        ${column('trackSid')}::text[], ${column('startMs')}::int[], ${column('endMs')}::int[],
        ${column('text')}::text[])
        as line (epoch, seq, kind, segment_id, speaker, speaker_name, track_sid, start_ms, end_ms, text),
      lateral (select exists (select 1 from pauses p where p.meeting_id = m.id
        and m.started_at + start_ms * interval '1 millisecond' >= p.started_at
        and m.started_at + start_ms * interval '1 millisecond' < coalesce(p.ended_at, 'infinity')) as off_record) p
      on conflict do nothing
      returning 1
    )
    select (select count(*)::int from inserted) as inserted, status, last_epoch as "lastEpoch" from meeting`;
  if (!row) throw new Error('the meeting does not exist');
  return row;
}

/** Keeps what could not be stored as a line; `raw` as JSON text, cut, so that nothing in it can hurt. */
export async function quarantineLine(
  db: Tx,
  line: { meetingId: MeetingId; epoch: number; seq: number | null; reason: string; raw: string },
): Promise<void> {
  await db
    .insert(quarantinedLines)
    .values({ id: createId('evt'), ...line, raw: { json: line.raw.slice(0, 20_000) } });
}

/** Lines after the cursor in (epoch, seq) order, at most `limit`. */
export function listLines(
  db: Tx,
  meetingId: MeetingId,
  after: { epoch: number; seq: number },
  limit: number,
): Promise<TranscriptLine[]> {
  const t = transcriptLines;
  return db
    .select({
      epoch: t.epoch,
      seq: t.seq,
      kind: t.kind,
      segmentId: t.segmentId,
      speaker: t.speaker,
      speakerName: t.speakerName,
      trackSid: t.trackSid,
      startMs: t.startMs,
      endMs: t.endMs,
      text: t.text,
    })
    .from(t)
    .where(
      and(
        eq(t.meetingId, meetingId),
        or(gt(t.epoch, after.epoch), and(eq(t.epoch, after.epoch), gt(t.seq, after.seq))),
      ),
    )
    .orderBy(asc(t.epoch), asc(t.seq))
    .limit(limit);
}

/** Stretches without lines that have a reason: nobody listened, or it was off the record (`paused`). */
export async function listGaps(db: Tx, meetingId: MeetingId): Promise<TranscriptGap[]> {
  const rows = await db.execute<{ id: string; startMs: number; endMs: number | null; reason: string }>(sql`
    select id, start_ms as "startMs", end_ms as "endMs", reason
      from transcript_gaps where meeting_id = ${meetingId}
    union all
    select p.id, ${meetingMs(sql`p.started_at`)},
        case when p.ended_at is null then null else ${meetingMs(sql`p.ended_at`)} end, 'paused'
      from pauses p join meetings m on m.id = p.meeting_id where p.meeting_id = ${meetingId}
    order by 2, 1`);
  return [...rows];
}

/**
 * Opens a gap after an epoch fell silent, unless one is open; when the same epoch had come back and falls silent again,
 * its gap goes on. Times are on the meeting's clock, from the database's.
 */
export async function openGap(
  db: Tx,
  gap: { meetingId: MeetingId; afterEpoch: number; startMs: number; reason: GapReason },
): Promise<void> {
  const { meetingId, afterEpoch, startMs, reason } = gap;
  await db.execute(sql`
    insert into transcript_gaps (id, meeting_id, after_epoch, start_ms, reason)
    select ${createId('gap')}, ${meetingId}, ${afterEpoch}, ${startMs}, ${reason}
    where not exists (select 1 from transcript_gaps where meeting_id = ${meetingId} and end_ms is null)
    on conflict on constraint gap_after_epoch do update set end_ms = null`);
}

/** Closes the open gaps of this and older epochs, now that this one listens. */
export async function closeGaps(db: Tx, meetingId: MeetingId, epoch: number): Promise<void> {
  await db.execute(sql`
    update transcript_gaps g set end_ms = greatest(g.start_ms, ${meetingMs(sql`now()`)})
    from meetings m
    where m.id = g.meeting_id and g.meeting_id = ${meetingId} and g.after_epoch <= ${epoch} and g.end_ms is null`);
}
