import type { Meeting } from '../db/queries/meetings.ts';
import { listGaps, listLines } from '../db/queries/transcript.ts';
import { ParleyError } from '../lib/errors.ts';
import { limits, type TranscriptPage } from '../lib/messages.ts';
import type { WebContext } from './context.ts';

/** One page of the stored transcript, behind the cursor `epoch.seq`; from the start without one. */
export async function readTranscriptPage(
  { database: { db } }: WebContext,
  { id, status }: Pick<Meeting, 'id' | 'status'>,
  cursor: string | undefined,
): Promise<TranscriptPage> {
  const lines = await listLines(db, id, parseCursor(cursor), limits.linesPerCall + 1);
  const page = lines.slice(0, limits.linesPerCall);
  const last = page.at(-1);
  return {
    lines: page,
    gaps: await listGaps(db, id),
    next: last ? `${last.epoch}.${last.seq}` : null,
    more: lines.length > page.length,
    status,
  };
}

/** Reads `epoch.seq`; nothing at all means from the start. */
function parseCursor(text: string | undefined): { epoch: number; seq: number } {
  if (text === undefined || text === '') return { epoch: 0, seq: 0 };
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(text);
  if (!match) throw new ParleyError('bad_request', 'after: is not of the form epoch.seq');
  return { epoch: Number(match[1]), seq: Number(match[2]) };
}
