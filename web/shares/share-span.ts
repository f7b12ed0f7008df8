/** The part of a meeting that a link shows, as times of the meeting's clock: words may be corrected later, times stay. */
import type { Tx } from '../../db/database.ts';
import { type FinalLine, listFinalLines } from '../../db/queries/final-lines.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import type { Mix } from '../../db/queries/recordings.ts';
import type { Share } from '../../db/queries/shares.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { WantedSpan } from '../../lib/shares.ts';
import type { SoundPart } from '../../lib/sound/cut-opus.ts';

export interface Span {
  fromMs: number;
  untilMs: number;
}

/** Null for a link to the whole meeting. */
export function spanOf({ fromMs, untilMs }: Pick<Share, 'fromMs' | 'untilMs'>): Span | null {
  return fromMs === null || untilMs === null ? null : { fromMs, untilMs };
}

/** Throws `bad_request` for lines that the meeting has not, for a part that ends before it begins, and for one without a word. */
export async function settleSpan(db: Tx, meetingId: MeetingId, wanted: WantedSpan): Promise<Span> {
  const lines = await listFinalLines(db, meetingId);
  const span =
    wanted.by === 'times' ? { fromMs: wanted.fromMs, untilMs: wanted.untilMs } : timesOf(lines, wanted);
  if (span.fromMs >= span.untilMs) throw new ParleyError('bad_request', 'A part begins before it ends.');
  if (!lines.some((line) => isWithin(line, span))) {
    throw new ParleyError('bad_request', 'Nobody finished a sentence in this part. Choose a longer one.');
  }
  return span;
}

/** `lines` in order of time. */
function timesOf(lines: readonly FinalLine[], { from, to }: Extract<WantedSpan, { by: 'lines' }>): Span {
  const at = (ref: typeof from) =>
    lines.findIndex(({ epoch, seq }) => epoch === ref.epoch && seq === ref.seq);
  const [first, last] = [at(from), at(to)];
  const chosen = first < 0 || last < first ? [] : lines.slice(first, last + 1);
  const [begin] = chosen;
  if (!begin) throw new ParleyError('bad_request', 'The meeting has no such lines, in this order.');
  // People talk at once: a line may end after the one that follows it.
  return { fromMs: begin.startMs, untilMs: Math.max(...chosen.map(({ endMs }) => endMs)) };
}

/** Nothing is shown of a line that began before the part or ended after it. */
export function isWithin({ startMs, endMs }: { startMs: number; endMs: number }, span: Span): boolean {
  return startMs >= span.fromMs && endMs <= span.untilMs;
}

/** What to play of a mix: all for a link to the whole meeting; null where none of it is in the part. */
export function soundPart(
  span: Span | null,
  { meeting, mix }: { meeting: Pick<Meeting, 'startedAt'>; mix: Mix },
): SoundPart | 'all' | null {
  if (!span) return 'all';
  if (!meeting.startedAt || !mix.startedAt || mix.durationMs === null) return null;
  const startMs = mix.startedAt.getTime() - meeting.startedAt.getTime();
  const fromMs = Math.max(0, span.fromMs - startMs);
  const untilMs = Math.min(mix.durationMs, span.untilMs - startMs);
  return fromMs < untilMs ? { fromMs, untilMs } : null;
}
