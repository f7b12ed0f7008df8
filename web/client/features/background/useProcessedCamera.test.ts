import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeviceState } from '../lobby/useLobbyMedia.ts';
import { type Background, chosenBackground } from './chosen-background.ts';
import { createFakeProcessing, fakeTrack } from './testing.ts';
import { useProcessedCamera } from './useProcessedCamera.ts';

beforeEach(() => chosenBackground.set('off'));
afterEach(cleanup);

const choose = (background: Background) => act(() => chosenBackground.set(background));
const on = (id: string): DeviceState => ({ status: 'on', track: fakeTrack(id) });

function show(first: DeviceState) {
  const blur = createFakeProcessing();
  /** Everything that the preview has shown. */
  const shown: string[] = [];
  const hook = renderHook(
    ({ camera }) => {
      const preview = useProcessedCamera(camera, blur.open);
      shown.push(preview.camera.status === 'on' ? preview.camera.track.id : preview.camera.status);
      return preview;
    },
    { initialProps: { camera: first } },
  );
  return { ...hook, blur, shown, last: () => shown.at(-1) };
}

describe(useProcessedCamera, () => {
  test('shows the camera as it is, or as off, when nothing is to be blurred', () => {
    expect(show(on('desk')).shown).toEqual(['desk']);
    expect(show({ status: 'off' }).shown).toEqual(['off']);
  });

  test('never shows a camera that is to be blurred as it is', async () => {
    choose('strong');
    const { shown, last, rerender } = show({ status: 'opening' });
    rerender({ camera: on('desk') });
    await waitFor(() => expect(last()).toBe('blurred desk'));
    rerender({ camera: on('window') });
    await waitFor(() => expect(last()).toBe('blurred window'));
    expect(shown).not.toContain('desk');
    expect(shown).not.toContain('window');
  });

  test('goes on from slight to strong, and ends what blurred when it is turned off', async () => {
    choose('slight');
    const { last, blur } = show(on('desk'));
    await waitFor(() => expect(last()).toBe('blurred desk'));
    choose('strong');
    expect(blur.opened.length).toBe(1);
    choose('off');
    expect(last()).toBe('desk');
    expect(blur.opened[0]?.track.readyState).toBe('ended');
  });

  test('shows nothing of a camera that cannot be blurred', async () => {
    choose('strong');
    const { result, shown } = show(on('broken'));
    await waitFor(() => expect(result.current.camera).toEqual({ status: 'failed', problem: 'background' }));
    expect(shown).not.toContain('broken');
    choose('off');
    expect(shown.at(-1)).toBe('broken');
  });

  test('says that the computer is too slow, until it is turned off', async () => {
    choose('strong');
    const { result, last, blur } = show(on('desk'));
    await waitFor(() => expect(last()).toBe('blurred desk'));
    act(() => blur.opened[0]?.onTooSlow());
    expect(result.current.tooSlow).toBe(true);
    choose('off');
    expect(result.current.tooSlow).toBe(false);
  });

  test('ends what was opened too late', async () => {
    choose('strong');
    const { blur, unmount } = show(on('desk'));
    unmount();
    await waitFor(() => expect(blur.opened[0]?.track.readyState).toBe('ended'));
  });
});
