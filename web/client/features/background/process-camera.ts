import { BackgroundError } from './background-error.ts';
import { type Backdrop, chosenBackground } from './chosen-background.ts';
import type { ProcessedCamera } from './processed-camera.ts';

/** As chosen now; where nothing is chosen any more, the camera is about to be shown as it is, or to be closed. */
function backdrop(): Backdrop {
  const background = chosenBackground.get();
  return background === 'off' ? 'strong' : background;
}

/** The camera with its background hidden. All that it takes is loaded when it is first called. Throws `BackgroundError`. */
export async function processCamera(
  camera: MediaStreamTrack,
  onTooSlow: () => void,
): Promise<ProcessedCamera> {
  try {
    const [{ openBackdropEngine }, { openProcessedCamera }] = await Promise.all([
      import('./backdrop-engine.ts'),
      import('./processed-camera.ts'),
    ]);
    const engine = openBackdropEngine();
    await engine.prepare(backdrop());
    return await openProcessedCamera({ engine, camera, backdrop, onTooSlow });
  } catch (cause) {
    throw new BackgroundError('The background could not be hidden.', { cause });
  }
}
