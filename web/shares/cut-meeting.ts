import type { MeetingExport } from '../../lib/meeting-export.ts';
import { isWithin, type Span } from './share-span.ts';

/**
 * Of an export only one part, as if the meeting had been no more than that: its clock begins with the part, lines are
 * counted from one, and only who speaks in it is there. Nothing tells what was before or after, or how much.
 */
export function cutMeeting(whole: MeetingExport, span: Span): MeetingExport {
  const { meeting } = whole;
  const zeroMs = meeting.startedAtMs ?? 0;
  const startedAtMs = zeroMs + span.fromMs;
  const endedAtMs = zeroMs + span.untilMs;
  const spoken = whole.lines.filter((line) => isWithin(line, span));
  const speakers = new Set(spoken.map(({ speakerId }) => speakerId));
  return {
    format: whole.format,
    version: whole.version,
    exportedAtMs: whole.exportedAtMs,
    meeting: { ...meeting, startedAtMs, endedAtMs },
    people: whole.people.filter(({ id }) => speakers.has(id)),
    summary: null,
    tasks: [],
    decisions: [],
    chat: [],
    notes: [],
    pictures: [],
    polls: [],
    lines: spoken.map((line, index) => ({
      ...line,
      epoch: 1,
      seq: index + 1,
      startMs: line.startMs - span.fromMs,
      endMs: line.endMs - span.fromMs,
    })),
    gaps: whole.gaps.flatMap((gap) => {
      const startMs = Math.max(gap.startMs, span.fromMs);
      const endMs = Math.min(gap.endMs ?? span.untilMs, span.untilMs);
      return startMs < endMs ? [{ ...gap, startMs: startMs - span.fromMs, endMs: endMs - span.fromMs }] : [];
    }),
    recordings: whole.recordings.flatMap((recording) => {
      if (recording.startedAtMs === null || recording.durationMs === null) return [];
      const fromMs = Math.max(recording.startedAtMs, startedAtMs);
      const untilMs = Math.min(recording.startedAtMs + recording.durationMs, endedAtMs);
      return fromMs < untilMs ? [{ ...recording, startedAtMs: fromMs, durationMs: untilMs - fromMs }] : [];
    }),
  };
}
