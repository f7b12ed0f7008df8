import { BackgroundError } from './background-error.ts';
import type { processCamera } from './process-camera.ts';

/** As much of a track as is asked of it here. */
export function fakeTrack(id: string): MediaStreamTrack {
  const track = {
    id,
    kind: 'video',
    readyState: 'live',
    stop: () => Object.assign(track, { readyState: 'ended' }),
  };
  return track as unknown as MediaStreamTrack;
}

/** Hides nothing, without a picture: its tracks are called after their cameras. Fails for cameras called `broken`. */
export function createFakeProcessing() {
  const opened: { track: MediaStreamTrack; onTooSlow: () => void }[] = [];
  const followed: string[] = [];
  const open: typeof processCamera = async (camera, onTooSlow) => {
    if (camera.id === 'broken') throw new BackgroundError('It is broken.');
    const track = fakeTrack(`blurred ${camera.id}`);
    opened.push({ track, onTooSlow });
    return {
      track,
      async follow(next) {
        if (next.id === 'broken') throw new BackgroundError('It is broken.');
        followed.push(next.id);
      },
      close: () => track.stop(),
    };
  };
  return { open, opened, followed };
}
