import { type LineCursor, listLineViews } from '../../db/queries/final-lines.ts';
import { listGaps } from '../../db/queries/transcript.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { type LinePage, linesPerPage } from '../../lib/line-messages.ts';
import type { WebContext } from '../context.ts';

/** One page of the transcript as it counts, behind the cursor `startMs.epoch.seq`; from the start without one. */
export async function readLinePage(
  { database: { db } }: WebContext,
  meetingId: MeetingId,
  cursor: string | undefined,
): Promise<LinePage> {
  const after = parseCursor(cursor);
  const found = await listLineViews(db, meetingId, { after, limit: linesPerPage + 1 });
  const lines = found.slice(0, linesPerPage);
  const last = found.length > linesPerPage ? lines.at(-1) : undefined;
  return {
    lines,
    gaps: await listGaps(db, meetingId),
    next: last ? `${last.startMs}.${last.epoch}.${last.seq}` : null,
  };
}

function parseCursor(text: string | undefined): LineCursor | null {
  if (text === undefined || text === '') return null;
  const match = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})$/.exec(text);
  if (!match) throw new ParleyError('bad_request', 'after: is not of the form startMs.epoch.seq');
  return { startMs: Number(match[1]), epoch: Number(match[2]), seq: Number(match[3]) };
}
