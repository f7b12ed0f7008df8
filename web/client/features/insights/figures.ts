/** How a meeting was talked: figures per person, from the times and words of its lines. */
import type { LineView } from '../../../../lib/line-messages.ts';

export interface SpeakerFigures {
  speaker: string;
  name: string;
  talkMs: number;
  /** Of all talk, 0 to 1. */
  share: number;
  /** Times that they took the word. */
  turns: number;
  /** Words per minute of talk; null for less talk than tells anything. */
  pace: number | null;
  /** Sentences that end in a question mark. */
  questions: number;
  /** Times that they began while somebody else was speaking. */
  overlaps: number;
  /** Their longest stretch without a longer pause and without anybody else's words. */
  longestMs: number;
}

export interface MeetingFigures {
  /** Who talked most comes first. */
  speakers: SpeakerFigures[];
  /** Time in which anybody spoke. */
  spokenMs: number;
  /** Time in which somebody listened and nobody spoke. */
  silenceMs: number;
}

/** Below it a pace says more about the clock than about the person. */
const paceFromMs = 5_000;
/** Ends of lines are good to about this much: a shorter overlap is none. */
const toleranceMs = 300;
/** A pause this long ends a monologue. */
const pauseMs = 5_000;

interface Span {
  startMs: number;
  endMs: number | null;
}

/** `lines` in order of time; `gaps` in which nobody listened do not count as silence. */
export function countFigures(
  lines: readonly LineView[],
  gaps: readonly Span[],
  lengthMs: number,
): MeetingFigures {
  const spoken = lines.filter(({ kind }) => kind === 'speech');
  const speakers = [...Map.groupBy(spoken, ({ speaker }) => speaker)].map(([speaker, own]) => ({
    speaker,
    name: own.at(-1)?.speakerName ?? '',
    talkMs: unionMs(own),
    ...countWords(own),
  }));
  const totalMs = speakers.reduce((sum, { talkMs }) => sum + talkMs, 0);
  const turns = countTurns(spoken);
  const overlaps = countOverlaps(spoken);
  const spokenMs = unionMs(spoken);
  const heardOrLostMs = unionMs([
    ...spoken,
    ...gaps.map(({ startMs, endMs }) => ({ startMs, endMs: Math.min(endMs ?? lengthMs, lengthMs) })),
  ]);
  return {
    speakers: speakers
      .map(({ words, ...each }) => ({
        ...each,
        share: totalMs > 0 ? each.talkMs / totalMs : 0,
        turns: turns.get(each.speaker)?.turns ?? 0,
        longestMs: turns.get(each.speaker)?.longestMs ?? 0,
        overlaps: overlaps.get(each.speaker) ?? 0,
        pace: each.talkMs < paceFromMs ? null : Math.round(words / (each.talkMs / 60_000)),
      }))
      .toSorted((a, b) => b.talkMs - a.talkMs),
    spokenMs,
    silenceMs: Math.max(0, lengthMs - heardOrLostMs),
  };
}

function countWords(lines: readonly LineView[]): { words: number; questions: number } {
  let words = 0;
  let questions = 0;
  for (const { text } of lines) {
    words += text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
    questions += text.match(/[?？؟]+/gu)?.length ?? 0;
  }
  return { words, questions };
}

function countTurns(lines: readonly LineView[]): Map<string, { turns: number; longestMs: number }> {
  const counts = new Map<string, { turns: number; longestMs: number }>();
  let before: LineView | null = null;
  let beganMs = 0;
  for (const line of lines) {
    const known = counts.get(line.speaker) ?? { turns: 0, longestMs: 0 };
    const goesOn = before?.speaker === line.speaker;
    if (!before || !goesOn || line.startMs - before.endMs > pauseMs) beganMs = line.startMs;
    counts.set(line.speaker, {
      turns: known.turns + (goesOn ? 0 : 1),
      longestMs: Math.max(known.longestMs, line.endMs - beganMs),
    });
    before = line;
  }
  return counts;
}

function countOverlaps(lines: readonly LineView[]): Map<string, number> {
  const counts = new Map<string, number>();
  let open: LineView[] = [];
  for (const line of lines) {
    open = open.filter(({ endMs }) => endMs > line.startMs + toleranceMs);
    if (open.some(({ speaker }) => speaker !== line.speaker)) {
      counts.set(line.speaker, (counts.get(line.speaker) ?? 0) + 1);
    }
    open.push(line);
  }
  return counts;
}

/** How much of each of so many equal stretches the spans cover, 0 to 1. */
export function coverStretches(
  spans: readonly { startMs: number; endMs: number }[],
  lengthMs: number,
  stretches: number,
): number[] {
  const stretchMs = Math.max(1, lengthMs / stretches);
  const covered = new Array<number>(stretches).fill(0);
  for (const { startMs, endMs } of mergeSpans(spans)) {
    const last = Math.min(stretches - 1, Math.floor(endMs / stretchMs));
    for (let at = Math.max(0, Math.floor(startMs / stretchMs)); at <= last; at += 1) {
      const overlapMs = Math.min(endMs, (at + 1) * stretchMs) - Math.max(startMs, at * stretchMs);
      covered[at] = (covered[at] ?? 0) + Math.max(0, overlapMs) / stretchMs;
    }
  }
  return covered;
}

/** Length of time that at least one of the spans covers. */
function unionMs(spans: readonly { startMs: number; endMs: number }[]): number {
  return mergeSpans(spans).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}

/** Spans in order, with those in one that overlap. */
function mergeSpans(
  spans: readonly { startMs: number; endMs: number }[],
): { startMs: number; endMs: number }[] {
  const merged: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of spans.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1);
    if (last && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else merged.push({ startMs, endMs });
  }
  return merged;
}
