import { useCallback, useEffect, useRef, useState } from 'react';
import type { MediaKind, MediaProblem } from './media-problem.ts';
import { type Opened, openMedia, type Wanted } from './open-media.ts';

export type DeviceState =
  | { status: 'off' }
  | { status: 'opening' }
  | { status: 'on'; track: MediaStreamTrack }
  | { status: 'failed'; problem: MediaProblem };

export interface LobbyMedia {
  microphone: DeviceState;
  camera: DeviceState;
  open(wanted: Wanted): void;
  close(kind: MediaKind): void;
}

/** Holds camera and microphone open for the preview, and lets go of them when the lobby closes. */
export function useLobbyMedia(first: Wanted): LobbyMedia {
  const [microphone, setMicrophone] = useState<DeviceState>({ status: 'off' });
  const [camera, setCamera] = useState<DeviceState>({ status: 'off' });
  const tracks = useRef<Partial<Record<MediaKind, MediaStreamTrack>>>({});
  // Counts what was asked of each device: an answer to an older question is let go of.
  const asked = useRef({ microphone: 0, camera: 0 });
  const firstWanted = useRef(first);

  const show = useCallback((kind: MediaKind, state: DeviceState) => {
    tracks.current[kind]?.stop();
    tracks.current[kind] = state.status === 'on' ? state.track : undefined;
    (kind === 'microphone' ? setMicrophone : setCamera)(state);
  }, []);

  const open = useCallback(
    async (wanted: Wanted) => {
      const kinds = (['microphone', 'camera'] as const).filter((kind) => wanted[kind]);
      const questions = kinds.map((kind) => [kind, ++asked.current[kind]] as const);
      for (const kind of kinds) show(kind, { status: 'opening' });
      const opened = await openMedia(wanted, navigator.mediaDevices);
      for (const [kind, question] of questions) {
        const answer = opened[kind];
        if (answer && asked.current[kind] === question) {
          watchEnd(answer, () => show(kind, { status: 'failed', problem: 'missing' }));
          show(kind, stateOf(answer));
        } else if (answer && 'track' in answer) answer.track.stop();
      }
    },
    [show],
  );

  const close = useCallback(
    (kind: MediaKind) => {
      asked.current[kind] += 1;
      show(kind, { status: 'off' });
    },
    [show],
  );

  useEffect(() => {
    void open(firstWanted.current);
    return () => {
      close('microphone');
      close('camera');
    };
  }, [open, close]);

  return { microphone, camera, open: (wanted) => void open(wanted), close };
}

function stateOf(opened: Opened): DeviceState {
  return 'track' in opened
    ? { status: 'on', track: opened.track }
    : { status: 'failed', problem: opened.problem };
}

/** `ended` fires when a device is unplugged or its permission is taken back, not when we stop it. */
function watchEnd(opened: Opened, onEnd: () => void): void {
  if ('track' in opened) opened.track.addEventListener('ended', onEnd, { once: true });
}
