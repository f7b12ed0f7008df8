import type { TranscriptLine } from '../../lib/messages.ts';
import { cleanText } from '../../lib/text.ts';
import type { ReceivedCaption } from './evidence.ts';

export interface Durability {
  /** Distinct final lines that any client received. */
  seen: number;
  /** Lines of the transcript after the end. */
  stored: number | null;
  /** Seen and not stored as they were seen. */
  lost: number | null;
  /** Stored lines of which more than half is audio of a line before them on the same track. */
  duplicated: number | null;
  /** Captions that came to someone after one with a higher number of the same epoch. */
  outOfOrder: number;
}

/** Compares what people saw with what the transcript holds; `stored` is null when it could not be read. */
export function measureDurability(captions: ReceivedCaption[], stored: TranscriptLine[] | null): Durability {
  const seen = new Set(captions.flatMap((caption) => (caption.seq === null ? [] : [identityOf(caption)])));
  const known = stored && new Set(stored.map(identityOf));
  return {
    seen: seen.size,
    stored: stored?.length ?? null,
    lost: known && [...seen].filter((line) => !known.has(line)).length,
    duplicated: stored && countDuplicates(stored),
    outOfOrder: countOutOfOrder(captions),
  };
}

/** A stored line with the right number and other words is not the line that was seen. */
function identityOf(line: { epoch: number; seq: number | null; speaker: string; text: string }): string {
  return JSON.stringify([line.epoch, line.seq, line.speaker, cleanText(line.text, line.text.length)]);
}

function countDuplicates(lines: TranscriptLine[]): number {
  const inOrder = lines.toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
  return inOrder.filter((line, index) =>
    inOrder
      .slice(0, index)
      .some((earlier) => earlier.trackSid === line.trackSid && overlapsByHalf(earlier, line)),
  ).length;
}

type Stretch = Pick<TranscriptLine, 'startMs' | 'endMs'>;

function overlapsByHalf(a: Stretch, b: Stretch): boolean {
  const shared = Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);
  const shorter = Math.min(a.endMs - a.startMs, b.endMs - b.startMs);
  return shared > shorter / 2 || (shared === 0 && shorter === 0);
}

function countOutOfOrder(captions: ReceivedCaption[]): number {
  const highest = new Map<string, number>();
  let count = 0;
  for (const { receiver, epoch, seq } of captions) {
    if (seq === null) continue;
    const key = `${receiver} ${epoch}`;
    const before = highest.get(key) ?? 0;
    if (seq < before) count += 1;
    highest.set(key, Math.max(before, seq));
  }
  return count;
}
