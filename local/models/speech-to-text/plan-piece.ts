/** Decides what of a stretch of audio is transcribed next, and where the stretch after it begins. */
import { speechRate } from './moonshine.ts';
import type { Span } from './speech-spans.ts';

/** Samples to transcribe, with a margin around the speech in them. */
export interface Piece extends Span {
  speech: Span;
}

/** `piece` is null where nobody speaks; the next stretch begins at `resumeAt`. */
export interface PiecePlan {
  piece: Piece | null;
  resumeAt: number;
}

/** Kept before and after speech: its first and last sounds are softer than the detector hears. */
const before = 0.3 * speechRate;
const after = 0.6 * speechRate;
/** A pause that ends a sentence. */
const longPause = 0.8 * speechRate;
/** A cut in running speech is made in the quietest place of this much audio at the end of the stretch. */
const searchRange = 5 * speechRate;
const quietFrame = 0.1 * speechRate;

/** `isLast`: no audio follows after these samples. Spans are in order. */
export function planPiece(samples: Float32Array, spans: readonly Span[], isLast: boolean): PiecePlan {
  const [first] = spans;
  if (!first) return { piece: null, resumeAt: isLast ? samples.length : samples.length - before };
  const start = Math.max(0, first.start - before);

  const sentenceEnd = spans.findIndex((span, i) => (spans[i + 1]?.start ?? 0) - span.end >= longPause);
  if (sentenceEnd >= 0) return cutBetween(spans, sentenceEnd, start);
  if (isLast) {
    const end = Math.min(samples.length, (spans.at(-1)?.end ?? 0) + after);
    return { piece: pieceOf(spans, start, end), resumeAt: samples.length };
  }
  // Speech began late in this stretch: hear it from its start with the whole length of a piece before it.
  if (start > samples.length - searchRange) return { piece: null, resumeAt: start };

  const tail = (spans.at(-1)?.end ?? 0) + after;
  if (tail <= samples.length) return { piece: pieceOf(spans, start, tail), resumeAt: tail };
  const widest = widestPause(spans, start + (samples.length - start) / 2);
  if (widest >= 0) return cutBetween(spans, widest, start);
  const cut = quietestPlace(samples, Math.max(start + speechRate, samples.length - searchRange));
  return { piece: pieceOf(spans, start, cut), resumeAt: cut };
}

function cutBetween(spans: readonly Span[], index: number, start: number): PiecePlan {
  const end = spans[index]?.end ?? 0;
  const next = spans[index + 1]?.start ?? end;
  const middle = Math.floor((end + next) / 2);
  const piece = pieceOf(spans, start, Math.min(end + after, middle));
  return { piece, resumeAt: Math.max(next - before, middle) };
}

function pieceOf(spans: readonly Span[], start: number, end: number): Piece {
  const spoken = spans.filter((span) => span.start < end);
  const speech = { start: spoken[0]?.start ?? start, end: Math.min(spoken.at(-1)?.end ?? end, end) };
  return { start, end, speech };
}

/** Index of the span before the widest pause after `from`, or -1. */
function widestPause(spans: readonly Span[], from: number): number {
  let best = -1;
  let width = 0;
  spans.forEach((span, i) => {
    const pause = (spans[i + 1]?.start ?? 0) - span.end;
    if (span.end >= from && pause > width) {
      width = pause;
      best = i;
    }
  });
  return best;
}

function quietestPlace(samples: Float32Array, from: number): number {
  let best = samples.length;
  let lowest = Number.POSITIVE_INFINITY;
  for (let at = Math.ceil(from); at + quietFrame <= samples.length; at += quietFrame / 2) {
    let energy = 0;
    for (let i = at; i < at + quietFrame; i += 1) energy += (samples[i] ?? 0) ** 2;
    if (energy < lowest) {
      lowest = energy;
      best = at + quietFrame / 2;
    }
  }
  return best;
}
