import type { Evidence } from './evidence.ts';
import type { ScoredLine } from './transcript-score.ts';

/** What was said. */
export function referenceOf({ spoken, identities }: Pick<Evidence, 'spoken' | 'identities'>): ScoredLine[] {
  return spoken.map(({ speaker, text, plannedAtMs, durationMs, voiced }) => ({
    speaker: identities.get(speaker) ?? speaker,
    text,
    startMs: voiced?.firstAtMs ?? plannedAtMs,
    endMs: voiced?.lastAtMs ?? plannedAtMs + durationMs,
  }));
}

interface WrittenLine {
  /** Only `speech` was understood. */
  kind: string;
  speaker: string;
  text: string;
  /** On the meeting's clock. */
  startMs: number;
  endMs: number;
}

/** The people's lines of a transcript; what the AI participant said is not measured. */
export function heardOf(
  { meetingId, startedAtMs }: Pick<Evidence, 'meetingId' | 'startedAtMs'>,
  lines: readonly WrittenLine[],
): ScoredLine[] {
  return lines
    .filter(({ kind, speaker }) => kind === 'speech' && !speaker.startsWith(`ai-${meetingId}-`))
    .map(({ speaker, text, startMs, endMs }) => ({
      speaker,
      text,
      startMs: (startedAtMs ?? 0) + startMs,
      endMs: (startedAtMs ?? 0) + endMs,
    }));
}
