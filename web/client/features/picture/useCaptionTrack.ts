import { useEffect } from 'react';
import type { LineView } from '../../../../lib/line-messages.ts';
import type { Piece } from '../player/pieces.ts';
import { listCaptions } from './list-captions.ts';

interface CaptionTrackOptions {
  lines: readonly LineView[];
  /** What is played now. */
  piece: Piece | null;
  on: boolean;
}

/** The transcript inside the picture, also when it fills the screen. */
export function useCaptionTrack(video: HTMLVideoElement, { lines, piece, on }: CaptionTrackOptions): void {
  useEffect(() => {
    if (!on) return;
    // A track that was added stays with its element.
    const track = video.textTracks[0] ?? video.addTextTrack('captions', 'Transcript');
    track.mode = 'showing';
    const captions = piece ? listCaptions(lines, piece) : [];
    const cues = captions.map((each) => new VTTCue(each.startSeconds, each.endSeconds, each.text));
    for (const cue of cues) track.addCue(cue);
    return () => {
      for (const cue of cues) track.removeCue(cue);
      track.mode = 'hidden';
    };
  }, [video, lines, piece, on]);
}
