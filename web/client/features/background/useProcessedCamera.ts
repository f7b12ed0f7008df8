import { useEffect, useState } from 'react';
import { useRemembered } from '../../ui/remembered.ts';
import type { DeviceState } from '../lobby/useLobbyMedia.ts';
import { chosenBackground } from './chosen-background.ts';
import { processCamera } from './process-camera.ts';
import type { ProcessedCamera } from './processed-camera.ts';

interface ProcessedPreview {
  /** As others would see it. */
  camera: DeviceState;
  /** It cannot keep up with the camera. */
  tooSlow: boolean;
}

const starting: ProcessedPreview = { camera: { status: 'opening' }, tooSlow: false };

/** The camera of the lobby with the chosen background; as it is only when that was chosen. */
export function useProcessedCamera(camera: DeviceState, open = processCamera): ProcessedPreview {
  const wanted = useRemembered(chosenBackground) !== 'off';
  const track = camera.status === 'on' ? camera.track : null;
  const [processed, setProcessed] = useState(starting);

  useEffect(() => {
    if (!track || !wanted) return;
    let opened: ProcessedCamera | null = null;
    let current = true;
    const onTooSlow = () => setProcessed((now) => ({ ...now, tooSlow: true }));
    open(track, onTooSlow).then(
      (each) => {
        if (!current) return each.close();
        opened = each;
        setProcessed({ camera: { status: 'on', track: each.track }, tooSlow: false });
      },
      () => current && setProcessed({ camera: { status: 'failed', problem: 'background' }, tooSlow: false }),
    );
    return () => {
      current = false;
      opened?.close();
      setProcessed(starting);
    };
  }, [track, wanted, open]);

  return track && wanted ? processed : { camera, tooSlow: false };
}
