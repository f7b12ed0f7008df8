import { eq, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';

/** Speech lines; gap lines and stretches without an agent together. */
export interface MeetingCounts {
  lineCount: number;
  gapCount: number;
}

/**
 * Stores how many lines and gaps a meeting has; called again when lines arrive after it was completed. The
 * meeting is locked before anything is counted, so that of two callers the later one counts more.
 */
export function refreshMeetingCounts(db: Tx, meetingId: MeetingId): Promise<MeetingCounts> {
  return db.transaction(async (tx) => {
    await tx.select({ id: meetings.id }).from(meetings).where(eq(meetings.id, meetingId)).for('update');
    const [counts] = await tx
      .update(meetings)
      .set({
        lineCount: sql`(select count(*) from transcript_lines where meeting_id = ${meetingId} and kind = 'speech')`,
        gapCount: sql`(select count(*) from transcript_lines where meeting_id = ${meetingId} and kind = 'gap')
          + (select count(*) from transcript_gaps where meeting_id = ${meetingId})`,
      })
      .where(eq(meetings.id, meetingId))
      .returning({ lineCount: meetings.lineCount, gapCount: meetings.gapCount });
    return { lineCount: counts?.lineCount ?? 0, gapCount: counts?.gapCount ?? 0 };
  });
}
