import type { LineView } from '../../../../lib/line-messages.ts';
import { inTurn, toCues } from '../../../../lib/subtitle-cues.ts';
import type { Piece } from '../player/pieces.ts';

/** What stands in a picture from one second of its file to another, in the markup of WebVTT. */
export interface Caption {
  startSeconds: number;
  endSeconds: number;
  text: string;
}

/** The transcript as captions of the file that a piece is of. */
export function listCaptions(
  lines: readonly LineView[],
  { startMs, skipMs }: Pick<Piece, 'startMs' | 'skipMs'>,
): Caption[] {
  const zeroMs = startMs - skipMs;
  const spoken = lines
    .filter(({ kind, text, endMs }) => kind === 'speech' && text !== '' && endMs > zeroMs)
    .map(({ speakerName, ...line }) => ({ ...line, speaker: speakerName }));
  return inTurn(toCues(spoken, (speaker) => `${speaker}: `))
    .filter((cue) => cue.endMs > zeroMs)
    .map((cue) => ({
      startSeconds: Math.max(0, cue.startMs - zeroMs) / 1_000,
      endSeconds: (cue.endMs - zeroMs) / 1_000,
      text: cue.lines.map(escapeCue).join('\n'),
    }));
}

/** Cues are markup: what people said is none. */
const escapeCue = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
