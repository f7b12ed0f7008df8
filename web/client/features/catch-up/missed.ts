import type { TranscriptLine } from '../../../../lib/messages.ts';
import { isAgentSpeaker } from '../captions/is-agent-speaker.ts';

/** Less than this is read faster than it is told: about two minutes in which people talk to each other. */
const leastMissedMs = 120_000;
const leastMissedLines = 10;

/** Whether somebody who came in `missedMs` after the beginning has missed enough to be told about it. */
export function isMuchMissed(missedMs: number | null, lines: readonly TranscriptLine[]): boolean {
  if (missedMs === null || missedMs < leastMissedMs) return false;
  const said = lines.filter(
    ({ kind, speaker, startMs }) => kind === 'speech' && startMs < missedMs && !isAgentSpeaker(speaker),
  );
  return said.length >= leastMissedLines;
}

/** As one says it: `4 minutes`, `an hour`, `2 hours`. */
export function missedWords(missedMs: number): string {
  const minutes = Math.round(missedMs / 60_000);
  if (minutes < 50) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? 'hour' : `${hours} hours`;
}
