import type { Player } from '../player/create-player.ts';

/** A piece that ends before its file does is left by the clock, for what comes next. */
export function leaveCutPiece(player: Player): void {
  const piece = player.getPiece();
  if (player.getStatus() === 'playing' && piece?.isCut && player.getMs() >= piece.endMs) {
    player.seek(piece.endMs);
  }
}
