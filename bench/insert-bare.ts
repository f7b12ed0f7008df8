import type { Sql } from 'postgres';
import type { TranscriptLine } from '../lib/messages.ts';

/** Rows of one meeting by one prepared statement, and nothing else. */
export async function insertBare(client: Sql, meetingId: string, lines: TranscriptLine[]): Promise<void> {
  const column = <K extends keyof TranscriptLine>(key: K) => lines.map((line) => line[key]);
  await client`
    insert into transcript_lines
      (meeting_id, epoch, seq, kind, segment_id, speaker, speaker_name, track_sid, start_ms, end_ms, text)
    select ${meetingId}, * from unnest(
      ${column('epoch')}::int[], ${column('seq')}::int[], ${column('kind')}::text[],
      ${column('segmentId')}::text[], ${column('speaker')}::text[], ${column('speakerName')}::text[],
      ${column('trackSid')}::text[], ${column('startMs')}::int[], ${column('endMs')}::int[],
      ${column('text')}::text[])`;
}
