import { useEffect, useMemo } from 'react';
import type { LineView } from '../../../../lib/line-messages.ts';
import type { RecordingView } from '../../../../lib/recording-messages.ts';
import { useRemembered } from '../../ui/remembered.ts';
import type { Piece } from '../player/pieces.ts';
import type { PlayerParts } from '../player/usePlayer.ts';
import { joinPictures } from './join-pictures.ts';
import { leaveCutPiece } from './leave-cut-piece.ts';
import { PictureFrame } from './PictureFrame.tsx';
import { pictureShown } from './picture-shown.ts';

interface PicturePanelProps extends PlayerParts {
  recordings: readonly RecordingView[];
  /** When the meeting began, Unix time. */
  zeroMs: number;
  lines: readonly LineView[];
  /** What the player is to play. */
  setPieces(pieces: readonly Piece[]): void;
}

/** The picture of a meeting, and the choice to only hear it. */
export function PicturePanel({ player, video, recordings, zeroMs, lines, setPieces }: PicturePanelProps) {
  const shown = useRemembered(pictureShown);
  const pieces = useMemo(
    () => joinPictures(recordings, { zeroMs, withPicture: shown }),
    [recordings, zeroMs, shown],
  );
  useEffect(() => setPieces(pieces), [pieces, setPieces]);
  useEffect(() => player?.subscribe(() => leaveCutPiece(player)), [player]);
  if (!player || !video) return null;
  return <PictureFrame player={player} video={video} lines={lines} />;
}
