import { type LineView, writeLineRef } from '../../../../lib/line-messages.ts';
import type { TranscriptGap } from '../../../../lib/messages.ts';

export interface LineRow {
  kind: 'line';
  /** `epoch.seq`. */
  key: string;
  line: LineView;
  /** Names its speaker: another one than before, or a minute later. */
  startsTurn: boolean;
}

export interface GapRow {
  kind: 'gap';
  key: string;
  gap: TranscriptGap;
}

export type TranscriptRow = LineRow | GapRow;

/** Which wording is read: the one that counts, or what was heard live. */
export type Wording = 'final' | 'live';

/** Someone who goes on after so long is named again. */
const turnMs = 60_000;

/** Lines and gaps in order of time. What only a recording has was not heard live. */
export function listRows(
  lines: readonly LineView[],
  gaps: readonly TranscriptGap[],
  wording: Wording,
): TranscriptRow[] {
  const shown = wording === 'live' ? lines.filter(({ liveText }) => liveText !== null) : lines;
  const rows: TranscriptRow[] = [];
  const open = [...gaps];
  let before: LineView | null = null;
  for (const line of shown) {
    for (let gap = open[0]; gap && gap.startMs <= line.startMs; gap = open[0]) {
      rows.push({ kind: 'gap', key: gap.id, gap });
      open.shift();
      before = null;
    }
    const startsTurn = before?.speaker !== line.speaker || line.startMs - before.startMs > turnMs;
    rows.push({ kind: 'line', key: writeLineRef(line), line, startsTurn });
    before = line;
  }
  return [...rows, ...open.map((gap): GapRow => ({ kind: 'gap', key: gap.id, gap }))];
}

export function wordsOf(line: LineView, wording: Wording): string {
  return wording === 'live' ? (line.liveText ?? '') : line.text;
}

/** True where the live wording and the one that counts differ somewhere: there is something to compare. */
export function hasRevisions(lines: readonly LineView[]): boolean {
  return lines.some(({ text, liveText }) => text !== liveText);
}

/** Index of the row that is heard at that moment: the last line that has begun; -1 before the first. */
export function rowAt(rows: readonly TranscriptRow[], ms: number): number {
  let low = 0;
  let high = rows.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (!row || startOf(row) > ms) high = middle - 1;
    else {
      found = middle;
      low = middle + 1;
    }
  }
  while (rows[found]?.kind === 'gap') found -= 1;
  return found;
}

function startOf(row: TranscriptRow): number {
  return row.kind === 'line' ? row.line.startMs : row.gap.startMs;
}
