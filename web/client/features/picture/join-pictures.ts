import type { RecordingView } from '../../../../lib/recording-messages.ts';
import { listPieces, type Piece } from '../player/pieces.ts';

interface JoinOptions {
  /** When the meeting began, Unix time. */
  zeroMs: number;
  /** False: pictures stand only for recordings of which there is no sound of everyone. */
  withPicture: boolean;
}

/** What is left between two pictures, or beside one, is worth a change of files only when it is longer. */
const leastMs = 300;

/** What can be seen and heard of a meeting, in order of time: pictures, which may have holes, and the sound around them. */
export function joinPictures(
  recordings: readonly RecordingView[],
  { zeroMs, withPicture }: JoinOptions,
): Piece[] {
  const pictures = inTurn(
    recordings
      .filter((each) => withPicture || listPieces([each], zeroMs).length === 0)
      .flatMap(({ picture }) => picture?.parts ?? [])
      .flatMap(({ id, url, startMs, durationMs }) => {
        if (url === null) return [];
        return [{ id, url, startMs, endMs: startMs + durationMs, skipMs: 0, isCut: false, hasPicture: true }];
      }),
  );
  const around = listPieces(recordings, zeroMs).flatMap((sound) => leaveOut(sound, pictures));
  return [...pictures, ...around].sort((a, b) => a.startMs - b.startMs);
}

/** One that begins before the end of another goes on behind it. */
function inTurn(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces.toSorted((a, b) => a.startMs - b.startMs)) {
    const after = result.at(-1)?.endMs ?? Number.NEGATIVE_INFINITY;
    const rest = takeFrom(piece, Math.max(piece.startMs, after), piece.endMs);
    if (rest) result.push(rest);
  }
  return result;
}

/** The stretches of a piece that others do not cover. */
function leaveOut(piece: Piece, others: readonly Piece[]): Piece[] {
  const result = [];
  let fromMs = piece.startMs;
  for (const { startMs, endMs } of others) {
    if (endMs <= fromMs || startMs >= piece.endMs) continue;
    result.push(takeFrom(piece, fromMs, startMs));
    fromMs = endMs;
  }
  result.push(takeFrom(piece, fromMs, piece.endMs));
  return result.filter((each) => each !== null);
}

function takeFrom(piece: Piece, startMs: number, endMs: number): Piece | null {
  if (startMs === piece.startMs && endMs === piece.endMs) return piece;
  if (endMs - startMs < leastMs) return null;
  const skipMs = piece.skipMs + startMs - piece.startMs;
  return { ...piece, id: `${piece.id} ${startMs}`, startMs, endMs, skipMs, isCut: endMs < piece.endMs };
}
