import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import { transcriptLines } from '../schema/transcript.ts';
import { type Viewer, visibleTo } from './meeting-visibility.ts';

const most = 20;

/**
 * Lines of other meetings with any of the words, the best first; only of meetings that every one of the viewers may
 * see, so of none when there is no viewer.
 */
export async function searchPastLines(
  db: Tx,
  { words, viewers, except }: { words: string; viewers: readonly Viewer[]; except: MeetingId },
) {
  if (viewers.length === 0) return [];
  // Any of the words: `plainto_tsquery` asks for all of them.
  const query = sql`replace(plainto_tsquery('english', ${words})::text, '&', '|')::tsquery`;
  const text = sql`to_tsvector('english', ${transcriptLines.text})`;
  return db
    .select({
      meetingId: meetings.id,
      meetingTitle: meetings.title,
      startedAt: meetings.startedAt,
      startMs: transcriptLines.startMs,
      speakerName: transcriptLines.speakerName,
      text: transcriptLines.text,
    })
    .from(transcriptLines)
    .innerJoin(meetings, eq(meetings.id, transcriptLines.meetingId))
    .where(
      and(
        ne(meetings.id, except),
        eq(transcriptLines.kind, 'speech'),
        sql`${text} @@ ${query}`,
        ...viewers.map(visibleTo),
      ),
    )
    .orderBy(sql`ts_rank(${text}, ${query}) desc`, desc(meetings.startedAt), transcriptLines.startMs)
    .limit(most);
}
