/** What was said in this meeting, as far as the AI participant needs it: to answer, and to check what it cites. */
import { type BriefLine, formatCitation } from '../../lib/assistant-brief.ts';
import type { LineRef } from '../../lib/assistant-messages.ts';
import { offRecordSegment, type TranscriptLine } from '../../lib/messages.ts';
import { rankLines } from './rank-lines.ts';

export interface Memory {
  /** Keeps a line of the live meeting or of the stored transcript; the same line twice is one. */
  add(line: TranscriptLine): void;
  /** Forgets everything. */
  clear(): void;
  has(ref: LineRef): boolean;
  /** Lines about `query`, best first. */
  search(query: string, count: number): BriefLine[];
  /**
   * What a model gets to read, in order, at most `characters` of text: the newest lines and, where not all fit, older
   * ones about `query`. Without `leaveOut`, the line that holds the request itself.
   */
  select(query: string, characters: number, leaveOut: LineRef | null): BriefLine[];
}

/** Share of the room that is kept for what was just said; retrieval has the rest. */
const recentShare = 0.6;
/** JSON and the speaker's name around the words of a line. */
const overhead = 80;

export function createMemory(): Memory {
  const lines = new Map<string, BriefLine>();
  let ordered: BriefLine[] | null = [];

  const inOrder = () => {
    ordered ??= [...lines.values()].sort((a, b) => a.atMs - b.atMs || a.epoch - b.epoch || a.seq - b.seq);
    return ordered;
  };

  return {
    add({ epoch, seq, kind, segmentId, startMs, speakerName, text }) {
      if (kind !== 'speech' || segmentId.startsWith(offRecordSegment)) return;
      lines.set(formatCitation({ epoch, seq }), { epoch, seq, atMs: startMs, speaker: speakerName, text });
      ordered = null;
    },
    clear() {
      lines.clear();
      ordered = null;
    },
    has: (ref) => lines.has(formatCitation(ref)),
    search: (query, count) => rankLines(inOrder(), query).slice(0, count),
    select(query, characters, leaveOut) {
      const skip = leaveOut && formatCitation(leaveOut);
      const all = inOrder().filter((line) => formatCitation(line) !== skip);
      const recent = whatFits([...all].reverse(), characters);
      if (recent.length === all.length) return all;
      const kept = new Set(whatFits([...all].reverse(), characters * recentShare));
      const older = rankLines(
        all.filter((line) => !kept.has(line)),
        query,
      );
      for (const line of whatFits(older, characters * (1 - recentShare))) kept.add(line);
      return all.filter((line) => kept.has(line));
    },
  };
}

/** As many of the first lines as there is room for. */
function whatFits(lines: readonly BriefLine[], characters: number): BriefLine[] {
  let room = characters;
  const end = lines.findIndex((line) => {
    room -= line.text.length + overhead;
    return room < 0;
  });
  return lines.slice(0, end === -1 ? lines.length : end);
}
