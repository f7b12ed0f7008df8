/** The transcript as it counts: what summaries, search, exports and pages are made from. */
import { sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';

export interface FinalLine {
  /** 0: only a recording has it, and nobody heard it live; `seq` is its number among those. */
  epoch: number;
  seq: number;
  /** LiveKit identity. */
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

/** Everything that was said, in order of time: a person's words count before a recording's, those before the live ones. */
export async function listFinalLines(db: Tx, meetingId: MeetingId): Promise<FinalLine[]> {
  const rows = await db.execute<FinalLine & Record<string, unknown>>(sql`
    select l.epoch, l.seq, l.speaker, l.speaker_name as "speakerName", l.start_ms as "startMs",
      l.end_ms as "endMs", coalesce(p.text, r.text, l.text) as text,
      case when p.text is not null then 'person' when r.text is not null then 'recording' else 'live' end as source
    from transcript_lines l
    left join line_revisions p
      on (p.meeting_id, p.epoch, p.seq) = (l.meeting_id, l.epoch, l.seq) and p.source = 'person'
    left join line_revisions r
      on (r.meeting_id, r.epoch, r.seq) = (l.meeting_id, l.epoch, l.seq) and r.source = 'recording'
    where l.meeting_id = ${meetingId} and l.kind = 'speech'
    union all
    select 0, a.number, a.participant_id, u.name, a.start_ms, a.end_ms, a.text, 'recording'
    from added_lines a join participants u on u.id = a.participant_id
    where a.meeting_id = ${meetingId}
    order by "startMs", epoch, seq limit ${most}`);
  return [...rows];
}
