import { sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';

/** Stores how many lines and gaps a meeting has; called again when lines arrive after it was completed. */
export async function refreshMeetingCounts(db: Tx, meetingId: MeetingId): Promise<void> {
  await db.execute(sql`
    update meetings set
      line_count = (select count(*) from transcript_lines where meeting_id = ${meetingId} and kind = 'speech'),
      gap_count = (select count(*) from transcript_lines where meeting_id = ${meetingId} and kind = 'gap')
        + (select count(*) from transcript_gaps where meeting_id = ${meetingId})
    where id = ${meetingId}`);
}
