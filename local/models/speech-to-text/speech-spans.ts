import { speechRate } from './moonshine.ts';
import { windowSamples } from './voice-activity.ts';

/** Samples of a stretch of speech, `end` not included. */
export interface Span {
  start: number;
  end: number;
}

/** Silero's own thresholds: speech begins above the first and is over below the second. */
const enter = 0.5;
const leave = 0.35;
/** A pause shorter than this is part of the speech around it. */
const pause = 0.25 * speechRate;

/** Stretches of speech, from the probability of each window. */
export function speechSpans(probabilities: readonly number[], length: number): Span[] {
  const spans: Span[] = [];
  let open: Span | null = null;
  probabilities.forEach((probability, index) => {
    const start = index * windowSamples;
    const end = Math.min(start + windowSamples, length);
    if (open && start - open.end >= pause) open = null;
    if (open && probability >= leave) open.end = end;
    if (!open && probability >= enter) {
      open = { start, end };
      spans.push(open);
    }
  });
  return spans;
}
