/** Which part of a meeting a link shows, as it is chosen on the page. */
import type { LineRef } from '../../../../lib/assistant-messages.ts';
import { type LineView, writeLineRef } from '../../../../lib/line-messages.ts';
import type { WantedSpan } from '../../../../lib/shares.ts';
import { formatTime } from '../captions/format-time.ts';

/** `extent`: `lines` between two of them, `times` as somebody typed them. Lines are written as `epoch.seq`. */
export interface SpanDraft {
  extent: 'whole' | 'lines' | 'times';
  from: string;
  to: string;
  fromTime: string;
  untilTime: string;
}

export const wholeMeeting: SpanDraft = { extent: 'whole', from: '', to: '', fromTime: '', untilTime: '' };

/** What is asked of web, and what it is in words; or what is missing. */
export type ReadSpan =
  | { kind: 'span'; span: WantedSpan | null; words: string | null }
  | { kind: 'problem'; problem: string };

/** `lines` that were said, in order of time. */
export function readSpan(draft: SpanDraft, lines: readonly LineView[]): ReadSpan {
  if (draft.extent === 'whole') return { kind: 'span', span: null, words: null };
  const wanted = draft.extent === 'lines' ? spanOfLines(draft, lines) : spanOfTimes(draft);
  if (typeof wanted === 'string') return { kind: 'problem', problem: wanted };
  const { span, fromMs, untilMs } = wanted;
  const count = lines.filter(({ startMs, endMs }) => startMs >= fromMs && endMs <= untilMs).length;
  if (count === 0) return { kind: 'problem', problem: 'Nobody finished a sentence between these times.' };
  const shown = count === 1 ? 'One line' : `${count} lines`;
  return { kind: 'span', span, words: `${shown}, ${formatTime(fromMs)} to ${formatTime(untilMs)}` };
}

interface Timed {
  span: WantedSpan;
  fromMs: number;
  untilMs: number;
}

function spanOfLines({ from, to }: SpanDraft, lines: readonly LineView[]): Timed | string {
  const at = (ref: string) => lines.findIndex((line) => writeLineRef(line) === ref);
  const chosen = at(from) < 0 ? [] : lines.slice(at(from), at(to) + 1);
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (!first || !last) return 'Choose a last line that comes after the first.';
  return {
    span: { by: 'lines', from: refOf(first), to: refOf(last) },
    fromMs: first.startMs,
    untilMs: Math.max(...chosen.map(({ endMs }) => endMs)),
  };
}

function spanOfTimes({ fromTime, untilTime }: SpanDraft): Timed | string {
  const [fromMs, untilMs] = [readTime(fromTime), readTime(untilTime)];
  if (fromMs === null || untilMs === null) return 'Write both times like 3:07 or 1:02:45.';
  if (fromMs >= untilMs) return 'The part has to end after it begins.';
  return { span: { by: 'times', fromMs, untilMs }, fromMs, untilMs };
}

const refOf = ({ epoch, seq }: LineRef): LineRef => ({ epoch, seq });

/** Reads `3:07` and `1:02:45`; null for anything else. */
export function readTime(text: string): number | null {
  const match = /^\s*(?:(\d{1,2}):(?=\d\d:))?(\d{1,3}):([0-5]\d)\s*$/.exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1] ?? 0), Number(match[2]), Number(match[3])];
  if (match[1] !== undefined && minutes > 59) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}

export interface TopicSpan {
  title: string;
  from: string;
  to: string;
}

/** From the first to the last line of each topic; without those whose lines are not there any more. */
export function listTopicSpans(
  topics: readonly { title: string; lines: readonly LineRef[] }[],
  lines: readonly LineView[],
): TopicSpan[] {
  const places = new Map(lines.map((line, index) => [writeLineRef(line), index]));
  return topics.flatMap((topic) => {
    const at = topic.lines.flatMap((ref) => places.get(writeLineRef(ref)) ?? []);
    const [first, last] = [lines[Math.min(...at)], lines[Math.max(...at)]];
    return first && last ? [{ title: topic.title, from: writeLineRef(first), to: writeLineRef(last) }] : [];
  });
}
