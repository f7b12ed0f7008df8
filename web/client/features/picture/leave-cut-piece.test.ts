import { describe, expect, test } from 'vitest';
import { createPlayer } from '../player/create-player.ts';
import type { Piece } from '../player/pieces.ts';
import { leaveCutPiece } from './leave-cut-piece.ts';

const piece = (url: string, startMs: number, endMs: number, change: Partial<Piece> = {}): Piece => ({
  ...{ id: `${url} ${startMs}`, url, startMs, endMs, skipMs: 0, isCut: false, hasPicture: false },
  ...change,
});

/** A picture from 8 s to 30 s in the middle of the sound. */
const pieces = [
  piece('/sound', 5_000, 8_000, { isCut: true }),
  piece('/picture', 8_000, 30_000, { hasPicture: true }),
  piece('/sound', 30_000, 65_000, { skipMs: 25_000 }),
];

function setUp() {
  const video = document.createElement('video');
  let paused = true;
  Object.defineProperty(video, 'paused', { get: () => paused });
  video.play = async () => {
    paused = false;
    video.dispatchEvent(new Event('playing'));
  };
  // As browsers do: what is loaded does not play yet.
  video.load = () => {
    paused = true;
  };
  const player = createPlayer(video, pieces, () => undefined);
  player.subscribe(() => leaveCutPiece(player));
  const source = () => new URL(video.src).pathname;
  const load = () => video.dispatchEvent(new Event('loadedmetadata'));
  return { video, player, source, load };
}

describe(leaveCutPiece, () => {
  test('leaves a file in its middle where a picture begins, and the player comes back to it where that ends', () => {
    const { video, player, source, load } = setUp();
    player.play();
    load();
    video.currentTime = 2.9;
    video.dispatchEvent(new Event('timeupdate'));
    expect(source()).toBe('/sound');
    video.currentTime = 3.01;
    video.dispatchEvent(new Event('timeupdate'));
    expect([source(), player.getMs(), player.getStatus()]).toEqual(['/picture', 8_000, 'playing']);
    load();
    video.dispatchEvent(new Event('ended'));
    load();
    expect([source(), video.currentTime, player.getMs()]).toEqual(['/sound', 25, 30_000]);
  });

  test('leaves nothing that is paused', () => {
    const { video, player, source, load } = setUp();
    player.seek(6_000);
    load();
    video.currentTime = 3.5;
    video.dispatchEvent(new Event('timeupdate'));
    expect(source()).toBe('/sound');
  });
});
