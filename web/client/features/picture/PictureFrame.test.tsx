import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPlayer } from '../player/create-player.ts';
import type { Piece } from '../player/pieces.ts';
import { PlayerContext } from '../player/usePlayer.ts';
import { PictureFrame } from './PictureFrame.tsx';
import { pictureShown } from './picture-shown.ts';

beforeEach(() => pictureShown.set(true));
afterEach(cleanup);

const piece = (id: string, startMs: number, endMs: number, hasPicture: boolean): Piece => ({
  ...{ id, url: `/${id}`, startMs, endMs, skipMs: 0, isCut: false, hasPicture },
});

function show() {
  const video = document.createElement('video');
  video.play = async () => {
    video.dispatchEvent(new Event('playing'));
  };
  const pieces = [piece('picture', 0, 10_000, true), piece('sound', 10_000, 20_000, false)];
  const player = createPlayer(video, pieces, () => undefined);
  render(
    <PlayerContext value={player}>
      <PictureFrame player={player} video={video} lines={[]} />
    </PlayerContext>,
  );
  return { video, player };
}

describe(PictureFrame, () => {
  test('shows what the player plays with, and plays it', async () => {
    const { video, player } = show();
    expect(screen.getByLabelText('Video of the meeting')).toBe(video);
    await userEvent.click(screen.getByRole('button', { name: 'Play the video' }));
    expect(player.getStatus()).toBe('playing');
    await screen.findByRole('button', { name: 'Pause the video' });
  });

  test('says where there is only sound', async () => {
    const { player } = show();
    expect(screen.queryByText(/only sound/)).toBeNull();
    act(() => player.seek(12_000));
    expect(screen.getByText('There is no picture of this part, only sound.')).toBeTruthy();
  });

  test('is hidden for good until it is wanted again, and its element stays in the page', async () => {
    const { video } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Hide the video' }));
    expect(screen.queryByRole('button', { name: 'Play the video' })).toBeNull();
    expect([pictureShown.get(), video.isConnected]).toEqual([false, true]);
    await userEvent.click(screen.getByRole('button', { name: 'Show the video' }));
    expect(pictureShown.get()).toBe(true);
  });
});
