import type { z } from 'zod/mini';
import { listMembers, viewerOf } from '../../db/queries/members.ts';
import { searchPastLines } from '../../db/queries/past-lines.ts';
import type { PastLines, searchPastSchema } from '../../lib/assistant-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { WebContext } from '../context.ts';

/**
 * Lines of earlier meetings: for the asker's own panel those that the asker may read, and aloud those that everyone
 * present may read. Who is not of this meeting gets none.
 */
export async function searchPast(
  { database: { db } }: WebContext,
  meetingId: MeetingId,
  { q, askedBy, audience }: z.infer<typeof searchPastSchema>,
): Promise<PastLines> {
  const members = await listMembers(db, meetingId);
  if (!members.some(({ id }) => id === askedBy)) return { lines: [] };
  const readers = members.filter(({ id, present }) => id === askedBy || (audience === 'all' && present));
  const found = await searchPastLines(db, {
    words: q.replaceAll('\0', ' '),
    viewers: readers.map(viewerOf),
    except: meetingId,
  });
  return {
    lines: found.map(({ startedAt, startMs, ...line }) => ({
      ...line,
      atMs: (startedAt?.getTime() ?? 0) + startMs,
    })),
  };
}
