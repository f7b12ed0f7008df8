/** Words of recordings, and what they change in the transcript. */
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Id, MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { Db, Tx } from '../database.ts';
import { addedLines, lineRevisions, recordingParts } from '../schema/revisions.ts';
import { lockTranscript } from './line-edits.ts';

export type RecordingPart = typeof recordingParts.$inferSelect;
export type AddedLine = Omit<typeof addedLines.$inferSelect, 'meetingId' | 'number'>;
export type NumberedLine = AddedLine & { number: number };

/** Rows per statement: Postgres takes 65,535 parameters. */
const batch = 1_000;

/** Replaces what is known of one stretch of a file: its parts have the indexes from `from` on, below `until`. */
export async function replaceParts(
  db: Db,
  { fileId, from, until }: { fileId: Id<'fil'>; from: number; until: number },
  parts: RecordingPart[],
): Promise<void> {
  await db.transaction(async (tx) => {
    const { index } = recordingParts;
    await tx
      .delete(recordingParts)
      .where(and(eq(recordingParts.fileId, fileId), gte(index, from), lt(index, until)));
    for (let at = 0; at < parts.length; at += batch) {
      await tx.insert(recordingParts).values(parts.slice(at, at + batch));
    }
  });
}

/** Everything that recordings of a meeting hold of one person, in order of time. */
export function listParts(
  db: Tx,
  meetingId: MeetingId,
  participantId: ParticipantId,
): Promise<RecordingPart[]> {
  return db
    .select()
    .from(recordingParts)
    .where(and(eq(recordingParts.meetingId, meetingId), eq(recordingParts.participantId, participantId)))
    .orderBy(asc(recordingParts.startMs), asc(recordingParts.index));
}

/** What only recordings have so far. */
export function listAddedLines(db: Tx, meetingId: MeetingId): Promise<NumberedLine[]> {
  return db
    .select()
    .from(addedLines)
    .where(eq(addedLines.meetingId, meetingId))
    .orderBy(asc(addedLines.number));
}

/**
 * Replaces what recordings say of the whole meeting. What people wrote stays, also where they corrected a line that
 * the recordings do not have any more.
 */
export async function replaceRecordedText(
  db: Tx,
  meetingId: MeetingId,
  { lines, added }: { lines: { epoch: number; seq: number; text: string }[]; added: NumberedLine[] },
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockTranscript(tx, meetingId);
    await tx
      .delete(lineRevisions)
      .where(and(eq(lineRevisions.meetingId, meetingId), eq(lineRevisions.source, 'recording')));
    await tx.delete(addedLines).where(
      and(
        eq(addedLines.meetingId, meetingId),
        sql`${addedLines.number} not in (
          select seq from line_revisions where meeting_id = ${meetingId} and epoch = 0
          union all select seq from line_speakers where meeting_id = ${meetingId} and epoch = 0)`,
      ),
    );
    for (let at = 0; at < lines.length; at += batch) {
      const rows = lines.slice(at, at + batch);
      await tx
        .insert(lineRevisions)
        .values(rows.map((line) => ({ ...line, meetingId, source: 'recording' as const })));
    }
    for (let at = 0; at < added.length; at += batch) {
      const rows = added.slice(at, at + batch);
      await tx
        .insert(addedLines)
        .values(rows.map((row) => ({ ...row, meetingId })))
        .onConflictDoUpdate({
          target: [addedLines.meetingId, addedLines.number],
          set: { startMs: sql`excluded.start_ms`, endMs: sql`excluded.end_ms`, text: sql`excluded.text` },
        });
    }
  });
}

export interface SpokenLine {
  epoch: number;
  seq: number;
  speaker: string;
  speakerName: string;
  startMs: number;
  endMs: number;
  /** As it counts now: a person's words, else a recording's, else the live ones. */
  text: string;
  liveText: string;
}

/** The spoken lines of a meeting as they count now, in order of time; at most `limit`. */
export function listSpokenLines(db: Tx, meetingId: MeetingId, limit: number): Promise<SpokenLine[]> {
  return db.execute<SpokenLine & Record<string, unknown>>(sql`
    select l.epoch, l.seq, l.speaker, l.speaker_name as "speakerName", l.start_ms as "startMs",
      l.end_ms as "endMs", coalesce(p.text, r.text, l.text) as text, l.text as "liveText"
    from transcript_lines l
    left join line_revisions p on (p.meeting_id, p.epoch, p.seq) = (l.meeting_id, l.epoch, l.seq) and p.source = 'person'
    left join line_revisions r on (r.meeting_id, r.epoch, r.seq) = (l.meeting_id, l.epoch, l.seq) and r.source = 'recording'
    where l.meeting_id = ${meetingId} and l.kind = 'speech'
    order by l.start_ms, l.epoch, l.seq limit ${limit}`);
}
