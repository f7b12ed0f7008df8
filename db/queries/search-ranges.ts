import type { MeetingId } from '../../lib/ids.ts';

/** A row of `search_pending`. */
export interface PendingRange {
  meetingId: MeetingId;
  /** Null: not lines, but title, summary, decisions and tasks. */
  epoch: number | null;
  fromSeq: number;
  toSeq: number;
}

/** Ranges of the same lines that touch or overlap as one: a busy meeting leaves many small ones. */
export function mergeRanges(ranges: readonly PendingRange[]): PendingRange[] {
  const merged: PendingRange[] = [];
  for (const range of ranges.toSorted(compareRanges)) {
    const last = merged.at(-1);
    const isSame = last?.meetingId === range.meetingId && last.epoch === range.epoch;
    if (last && isSame && range.fromSeq <= last.toSeq + 1) last.toSeq = Math.max(last.toSeq, range.toSeq);
    else merged.push({ ...range });
  }
  return merged;
}

function compareRanges(a: PendingRange, b: PendingRange): number {
  return a.meetingId.localeCompare(b.meetingId) || (a.epoch ?? -1) - (b.epoch ?? -1) || a.fromSeq - b.fromSeq;
}
