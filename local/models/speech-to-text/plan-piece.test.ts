import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxPieceSeconds, speechRate } from './moonshine.ts';
import { planPiece } from './plan-piece.ts';

const seconds = (value: number) => Math.round(value * speechRate);
const stretch = new Float32Array(seconds(maxPieceSeconds));
const spans = (...pairs: [number, number][]) =>
  pairs.map(([start, end]) => ({ start: seconds(start), end: seconds(end) }));
/** The plan in seconds. */
function plan(samples: Float32Array, speech: ReturnType<typeof spans>, isLast: boolean) {
  const { piece, resumeAt } = planPiece(samples, speech, isLast);
  const at = (value: number) => Number((value / speechRate).toFixed(2));
  return { piece: piece && [at(piece.start), at(piece.end)], resumeAt: at(resumeAt) };
}

describe(planPiece, () => {
  it('skips silence, and keeps its end for a word that begins there', () => {
    expect(plan(stretch, [], false)).toEqual({ piece: null, resumeAt: 14.7 });
    expect(plan(stretch, [], true)).toEqual({ piece: null, resumeAt: 15 });
  });

  it('takes the whole of a short recording, with a little room around the speech', () => {
    expect(plan(stretch, spans([2, 5], [5.5, 7]), true)).toEqual({ piece: [1.7, 7.6], resumeAt: 15 });
    expect(plan(stretch, spans([0.1, 14.9]), true)).toEqual({ piece: [0, 15], resumeAt: 15 });
  });

  it('says where in a piece the speech is', () => {
    const { piece } = planPiece(stretch, spans([1, 4], [6, 9]), false);
    expect(piece?.speech).toEqual({ start: seconds(1), end: seconds(4) });
  });

  it('ends a piece at the first pause between sentences', () => {
    expect(plan(stretch, spans([1, 4], [6, 9], [9.5, 14]), false)).toEqual({
      piece: [0.7, 4.6],
      resumeAt: 5.7,
    });
    expect(plan(stretch, spans([1, 4], [4.9, 14]), true)).toEqual({ piece: [0.7, 4.45], resumeAt: 4.6 });
  });

  it('ends a piece where the stretch ends in a pause', () => {
    expect(plan(stretch, spans([0.5, 9], [9.3, 13]), false)).toEqual({ piece: [0.2, 13.6], resumeAt: 13.6 });
  });

  it('cuts running speech at its widest pause in the second half', () => {
    const speech = spans([0, 3], [3.7, 9], [9.3, 11], [11.5, 15]);
    expect(plan(stretch, speech, false)).toEqual({ piece: [0, 11.25], resumeAt: 11.25 });
  });

  it('cuts speech without any pause at its quietest place near the end', () => {
    const loud = stretch.map((_, i) => (i >= seconds(12.4) && i < seconds(12.6) ? 0.01 : 0.5));
    const { piece, resumeAt } = plan(loud, spans([0, 15]), false);
    expect(piece?.[1]).toBeGreaterThan(12.4);
    expect(piece?.[1]).toBeLessThan(12.6);
    expect(resumeAt).toBe(piece?.[1]);
  });

  it('starts anew where speech begins late, so that it is heard in one piece', () => {
    expect(plan(stretch, spans([12, 15]), false)).toEqual({ piece: null, resumeAt: 11.7 });
  });

  it('loses no speech, repeats no audio and always moves on', () => {
    const edges = fc.uniqueArray(fc.integer({ min: 0, max: 1500 }), { minLength: 0, maxLength: 12 });
    fc.assert(
      fc.property(edges, fc.boolean(), (points, isLast) => {
        const sorted = points.toSorted((a, b) => a - b);
        const speech = Array.from({ length: sorted.length >> 1 }, (_, i) => ({
          start: seconds((sorted[2 * i] ?? 0) / 100),
          end: seconds((sorted[2 * i + 1] ?? 0) / 100),
        }));
        const { piece, resumeAt } = planPiece(stretch, speech, isLast);
        expect(resumeAt).toBeGreaterThan(0);
        expect(resumeAt).toBeLessThanOrEqual(stretch.length);
        if (piece) {
          expect(piece.start).toBeLessThan(piece.end);
          expect(piece.end).toBeLessThanOrEqual(resumeAt);
        }
        for (const span of speech) {
          const heard = piece && span.start >= piece.start && Math.min(span.end, resumeAt) <= piece.end;
          expect(heard || span.start >= resumeAt).toBeTruthy();
        }
      }),
    );
  });
});
