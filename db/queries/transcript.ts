import { and, asc, eq, gt, isNotNull, or, sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { createId, type MeetingId } from '../../lib/ids.ts';
import type { MeetingStatus, TranscriptGap, TranscriptLine } from '../../lib/messages.ts';
import type { Tx } from '../database.ts';
import { quarantinedLines, transcriptGaps, transcriptLines } from '../schema/transcript.ts';
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
 * question about the meeting a third of the whole. The share lock lets nobody move the meeting, or grant an
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
      select id, status, last_epoch from meetings where id = ${meetingId} for share
    ), inserted as (
      insert into transcript_lines
        (meeting_id, epoch, seq, kind, segment_id, speaker, speaker_name, track_sid, start_ms, end_ms, text)
      select meeting.id, line.* from meeting, unnest(
        ${column('epoch')}::int[], ${column('seq')}::int[], ${column('kind')}::text[],
        ${column('segmentId')}::text[], ${column('speaker')}::text[], ${column('speakerName')}::text[],
        ${column('trackSid')}::text[], ${column('startMs')}::int[], ${column('endMs')}::int[],
        ${column('text')}::text[]) as line
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

export function listGaps(db: Tx, meetingId: MeetingId): Promise<TranscriptGap[]> {
  const t = transcriptGaps;
  return db
    .select({ id: t.id, startMs: t.startMs, endMs: t.endMs, reason: t.reason })
    .from(t)
    .where(eq(t.meetingId, meetingId))
    .orderBy(asc(t.startMs));
}

/**
 * Opens a gap after an epoch fell silent, once; when the same epoch had come back and falls silent again, its gap
 * goes on. Times are on the meeting's clock, from the database's.
 */
export async function openGap(
  db: Tx,
  gap: { meetingId: MeetingId; afterEpoch: number; startMs: number; reason: 'agent_lost' | 'agent_late' },
): Promise<void> {
  await db
    .insert(transcriptGaps)
    .values({ id: createId('gap'), ...gap })
    .onConflictDoUpdate({
      target: [transcriptGaps.meetingId, transcriptGaps.afterEpoch],
      set: { endMs: null },
      setWhere: isNotNull(transcriptGaps.endMs),
    });
}

/** Closes the open gaps of this and older epochs, now that this one listens. */
export async function closeGaps(db: Tx, meetingId: MeetingId, epoch: number): Promise<void> {
  await db.execute(sql`
    update transcript_gaps g set end_ms = greatest(g.start_ms, ${meetingMs(sql`now()`)})
    from meetings m
    where m.id = g.meeting_id and g.meeting_id = ${meetingId} and g.after_epoch <= ${epoch} and g.end_ms is null`);
}
