import type { RecordingView } from '../../../../lib/recording-messages.ts';

/** Sound of everyone, or picture and sound, on the meeting's clock. */
export interface Piece {
  id: string;
  url: string;
  startMs: number;
  endMs: number;
  /** How much of its file comes before. */
  skipMs: number;
  /** Its file goes on behind its end. */
  isCut: boolean;
  hasPicture: boolean;
}

/** A moment in the sound: which piece, and milliseconds from its start. */
export interface Place {
  index: number;
  offsetMs: number;
}

/** What can be heard of a meeting, in order of time. `zeroMs`: when the meeting began, Unix time. */
export function listPieces(recordings: readonly RecordingView[], zeroMs: number): Piece[] {
  return recordings
    .flatMap(({ id, startedAtMs, mix }) => {
      if (!mix || startedAtMs === null || mix.durationMs <= 0) return [];
      const startMs = startedAtMs - zeroMs;
      const endMs = startMs + mix.durationMs;
      return [{ id, url: mix.url, startMs, endMs, skipMs: 0, isCut: false, hasPicture: false }];
    })
    .sort((a, b) => a.startMs - b.startMs);
}

/** Where a moment of the meeting is heard: in its piece, else at the start of the next; null behind the last. */
export function findPlace(pieces: readonly Piece[], ms: number): Place | null {
  const index = pieces.findIndex(({ endMs }) => ms < endMs);
  const piece = pieces[index];
  return piece ? { index, offsetMs: Math.max(0, ms - piece.startMs) } : null;
}

/** True when something of a stretch was recorded: a recording may begin in the middle of a line. */
export function isRecorded(pieces: readonly Piece[], stretch: Pick<Piece, 'startMs' | 'endMs'>): boolean {
  return pieces.some(({ startMs, endMs }) => stretch.endMs > startMs && stretch.startMs < endMs);
}
