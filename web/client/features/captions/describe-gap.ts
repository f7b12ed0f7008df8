import { describeLength, formatTime } from './format-time.ts';
import type { GapItem } from './transcript-items.ts';

/** Why there are no lines, in a few words. */
export function describeGap({ startMs, endMs, reason }: Omit<GapItem, 'kind' | 'key'>): string {
  const from = formatTime(startMs);
  if (reason === 'paused') {
    return endMs === null
      ? `Off the record since ${from}`
      : `Off the record from ${from} to ${formatTime(endMs)}`;
  }
  const length = endMs === null ? 'for now' : `for ${describeLength(endMs - startMs)}`;
  const what = reason === 'dismissed' ? 'The AI participant was sent away' : 'Not listening';
  return `${from} · ${what} ${length}`;
}
