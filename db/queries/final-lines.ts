/** The transcript as it counts: what summaries, search, exports and pages are made from. */
import { type SQL, sql } from 'drizzle-orm';
import type { LineRef } from '../../lib/assistant-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { LineView } from '../../lib/line-messages.ts';
import { offRecordSegment } from '../../lib/messages.ts';
import type { Tx } from '../database.ts';

export interface FinalLine {
  /** 0: only a recording has it, and nobody heard it live; `seq` is its number among those. */
  epoch: number;
  seq: number;
  /** LiveKit identity; `named:` and the name where a person set somebody who was not in the meeting. */
  speaker: string;
  speakerName: string;
  /** Milliseconds of the meeting's clock. */
  startMs: number;
  endMs: number;
  text: string;
  /** Whose wording it is. */
  source: 'live' | 'recording' | 'person';
}

/** Lines of a meeting that are read at once: a day of talk has about 20,000. */
const most = 100_000;

/** Lines of one epoch, both ends included. */
export interface LineRange {
  epoch: number;
  fromSeq: number;
  toSeq: number;
}

/**
 * Everything that was said, or one range of it, in order of time: a person's words count before a recording's, those
 * before the live ones.
 */
export async function listFinalLines(db: Tx, meetingId: MeetingId, range?: LineRange): Promise<FinalLine[]> {
  const lines = range
    ? linesWhere(
        ({ meeting, epoch, seq }) => sql`${meeting} = ${meetingId} and ${epoch} = ${range.epoch}::int
          and ${seq} between ${range.fromSeq}::int and ${range.toSeq}::int`,
      )
    : linesOf(meetingId);
  const rows = await db.execute<FinalLine & Record<string, unknown>>(sql`
    select ${finalColumns} from (${lines}) lines where kind = 'speech'
    order by "startMs", epoch, seq limit ${most}`);
  return [...rows];
}

/** Single lines of any meetings, in no order; those that do not exist any more are left out. */
export async function findFinalLines(
  db: Tx,
  keys: readonly (LineRef & { meetingId: MeetingId })[],
): Promise<(FinalLine & { meetingId: MeetingId })[]> {
  const wanted = sql`(select k."meetingId", k.epoch, k.seq
    from jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as k("meetingId" text, epoch int, seq int))`;
  const lines = linesWhere(({ meeting, epoch, seq }) => sql`(${meeting}, ${epoch}, ${seq}) in ${wanted}`);
  const rows = await db.execute<FinalLine & { meetingId: MeetingId } & Record<string, unknown>>(sql`
    select "meetingId", ${finalColumns} from (${lines}) lines where kind = 'speech'`);
  return [...rows];
}

const finalColumns = sql.raw('epoch, seq, speaker, "speakerName", "startMs", "endMs", text, source');
/** Those of `LineView`. */
const viewColumns = sql.raw(
  'epoch, seq, kind, speaker, "speakerName", "heardAs", renamed, "startMs", "endMs", text, source, "liveText", "recordedText"',
);

/** Place of a line in the order of time. */
export interface LineCursor extends LineRef {
  startMs: number;
}

/** Lines behind the cursor with all that is known of their words, also what was heard and not understood. */
export async function listLineViews(
  db: Tx,
  meetingId: MeetingId,
  { after, limit }: { after: LineCursor | null; limit: number },
): Promise<LineView[]> {
  const behind = after
    ? sql`where ("startMs", epoch, seq) > (${after.startMs}::int, ${after.epoch}::int, ${after.seq}::int)`
    : sql``;
  const rows = await db.execute<LineView & Record<string, unknown>>(sql`
    select ${viewColumns} from (${linesOf(meetingId)}) lines ${behind} order by "startMs", epoch, seq limit ${limit}`);
  return [...rows];
}

export async function findLineView(
  db: Tx,
  meetingId: MeetingId,
  { epoch, seq }: LineRef,
): Promise<LineView | null> {
  const [row] = await db.execute<LineView & Record<string, unknown>>(
    sql`select ${viewColumns} from (${linesOf(meetingId)}) lines where epoch = ${epoch} and seq = ${seq}`,
  );
  return row ?? null;
}

/** The displayed name of a speaker who has lines in the meeting; null for others. */
export async function findSpeakerName(db: Tx, meetingId: MeetingId, speaker: string): Promise<string | null> {
  const [row] = await db.execute<{ name: string }>(
    sql`select "speakerName" as name from (${linesOf(meetingId)}) lines where speaker = ${speaker} limit 1`,
  );
  return row?.name ?? null;
}

/** Every line of a meeting. What was said off the record is not among them. */
function linesOf(meetingId: MeetingId): SQL {
  return linesWhere(({ meeting }) => sql`${meeting} = ${meetingId}`);
}

/** Lines by a condition on what names them, in the columns of `LineView`, and their meeting. */
function linesWhere(fits: (line: { meeting: SQL; epoch: SQL; seq: SQL }) => SQL): SQL {
  const heard = fits({ meeting: sql`l.meeting_id`, epoch: sql`l.epoch`, seq: sql`l.seq` });
  const added = fits({ meeting: sql`a.meeting_id`, epoch: sql`0`, seq: sql`a.number` });
  return sql`
    select h.meeting_id as "meetingId", h.epoch, h.seq, h.kind,
      coalesce(s.speaker, h.speaker) as speaker,
      coalesce(n.name, s.speaker_name, h.speaker_name) as "speakerName",
      case when coalesce(n.name, s.speaker_name) is not null then h.speaker_name end as "heardAs",
      case when s.speaker_name is not null then 'line' when n.name is not null then 'meeting' end as renamed,
      h.start_ms as "startMs", h.end_ms as "endMs",
      coalesce(p.text, r.text, h.recorded, h.live) as text,
      case when p.text is not null then 'person'
        when coalesce(r.text, h.recorded) is not null then 'recording' else 'live' end as source,
      h.live as "liveText", coalesce(r.text, h.recorded) as "recordedText"
    from (
      select l.meeting_id, l.epoch, l.seq, case when l.kind = 'gap' then 'unheard' else 'speech' end as kind,
        l.speaker, l.speaker_name, l.start_ms, l.end_ms, l.text as live, null as recorded
      from transcript_lines l where ${heard} and not starts_with(l.segment_id, ${offRecordSegment})
      union all
      select a.meeting_id, 0, a.number, 'speech', a.participant_id, u.name, a.start_ms, a.end_ms, null, a.text
      from added_lines a join participants u on u.id = a.participant_id
      where ${added}
    ) h
    left join line_revisions p
      on (p.meeting_id, p.epoch, p.seq, p.source) = (h.meeting_id, h.epoch, h.seq, 'person')
    left join line_revisions r
      on (r.meeting_id, r.epoch, r.seq, r.source) = (h.meeting_id, h.epoch, h.seq, 'recording')
    left join line_speakers s on (s.meeting_id, s.epoch, s.seq) = (h.meeting_id, h.epoch, h.seq)
    left join speaker_names n on (n.meeting_id, n.speaker) = (h.meeting_id, coalesce(s.speaker, h.speaker))`;
}
