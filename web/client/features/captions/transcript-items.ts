import { offRecordSegment, type TranscriptLine } from '../../../../lib/messages.ts';
import type { TranscriptState } from './transcript-state.ts';

/** Words of one person. `key` stays the same when interim text becomes final. */
export interface SpokenItem {
  /** `unheard`: speech that was heard and could not be written down; `text` says why. */
  kind: 'speech' | 'interim' | 'unheard';
  key: string;
  speaker: string;
  speakerName: string;
  startMs: number;
  text: string;
  /** `epoch.seq` of the final line, by which it is cited; null until it is final. */
  line: string | null;
}

/** A stretch without lines, and why; `endMs` is null while it lasts. */
export interface GapItem {
  kind: 'gap';
  key: string;
  startMs: number;
  endMs: number | null;
  reason: string;
}

/** One row of the transcript as it is shown. */
export type TranscriptItem = SpokenItem | GapItem;

/** As many utterances as can be read over a picture. */
const maxCaptions = 3;

/** Nothing that was captioned a moment ago began longer than this before the newest row: a segment lasts 15 s at most. */
const recentSpanMs = 60_000;

/** The rows that were captioned a moment ago. */
export function selectRecent(
  items: readonly TranscriptItem[],
  recent: ReadonlyMap<string, number>,
): SpokenItem[] {
  const found: SpokenItem[] = [];
  const oldestMs = (items.at(-1)?.startMs ?? 0) - recentSpanMs;
  for (let index = items.length - 1; index >= 0 && found.length < recent.size; index -= 1) {
    const item = items[index];
    if (!item || item.startMs < oldestMs) break;
    if (item.kind !== 'gap' && recent.has(item.key)) found.unshift(item);
  }
  return found;
}

/**
 * Of those, what fits over a picture: who is speaking, and of several who began first, comes before what was said,
 * however many said "yes" meanwhile; and what was written last before what was written first.
 */
export function selectCaptions(
  items: readonly TranscriptItem[],
  recent: ReadonlyMap<string, number>,
): SpokenItem[] {
  const found = selectRecent(items, recent);
  if (found.length <= maxCaptions) return found;
  const rank = (item: SpokenItem) => (item.kind === 'interim' ? -item.startMs : (recent.get(item.key) ?? 0));
  const best = found.toSorted(
    (a, b) => Number(b.kind === 'interim') - Number(a.kind === 'interim') || rank(b) - rank(a),
  );
  const kept = new Set(best.slice(0, maxCaptions));
  return found.filter((item) => kept.has(item));
}

const listed = new WeakMap<TranscriptState, readonly TranscriptItem[]>();

/** Lines, interim text and gaps in one list, by start time. The same state gives the same list, the same line the same item. */
export function listItems(state: TranscriptState): readonly TranscriptItem[] {
  const known = listed.get(state);
  if (known) return known;
  const settled = listSettled(state.lines);
  const moving: TranscriptItem[] = [
    ...state.interims.map(({ segmentId, speaker, speakerName, startMs, text }) => {
      return { kind: 'interim' as const, key: segmentId, speaker, speakerName, startMs, text, line: null };
    }),
    ...state.gaps.map(({ id, ...gap }) => ({ kind: 'gap' as const, key: id, ...gap })),
  ];
  const items = moving.length === 0 ? settled : [...settled, ...moving].sort((a, b) => a.startMs - b.startMs);
  listed.set(state, items);
  return items;
}

const settledOf = new WeakMap<readonly TranscriptLine[], readonly SpokenItem[]>();

/** What was said, apart from what is still being said: interim text comes often, lines do not. */
function listSettled(lines: readonly TranscriptLine[]): readonly SpokenItem[] {
  const known = settledOf.get(lines);
  if (known) return known;
  const keys = new Set<string>();
  const settled = lines.flatMap((line) => {
    if (line.segmentId.startsWith(offRecordSegment)) return [];
    const key = keys.has(line.segmentId) ? `${line.epoch}.${line.seq}` : line.segmentId;
    keys.add(key);
    return itemOf(line, key);
  });
  settledOf.set(lines, settled);
  return settled;
}

const itemsByLine = new WeakMap<TranscriptLine, SpokenItem>();

function itemOf(line: TranscriptLine, key: string): SpokenItem {
  const known = itemsByLine.get(line);
  if (known?.key === key) return known;
  const { speaker, speakerName, startMs, text } = line;
  const kind = line.kind === 'gap' ? 'unheard' : 'speech';
  const item: SpokenItem = {
    kind,
    key,
    speaker,
    speakerName,
    startMs,
    text,
    line: `${line.epoch}.${line.seq}`,
  };
  itemsByLine.set(line, item);
  return item;
}

/** True when the row names its speaker: another one than before, or a minute later. */
export function startsTurn(item: TranscriptItem, before: TranscriptItem | undefined): boolean {
  if (item.kind === 'gap' || !before || before.kind === 'gap') return true;
  return item.speaker !== before.speaker || item.startMs - before.startMs > 60_000;
}
