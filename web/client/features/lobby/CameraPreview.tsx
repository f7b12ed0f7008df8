import { VideoOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { DeviceState } from './useLobbyMedia.ts';

/** What others will see: the mirrored picture, or the initials while the camera is off. */
export function CameraPreview({ camera, name }: { camera: DeviceState; name: string }) {
  const video = useRef<HTMLVideoElement>(null);
  const track = camera.status === 'on' ? camera.track : null;
  useEffect(() => {
    if (video.current) video.current.srcObject = track ? new MediaStream([track]) : null;
  }, [track]);
  return (
    <div className="absolute inset-0">
      <video
        ref={video}
        autoPlay
        playsInline
        muted
        aria-label="Your camera"
        hidden={!track}
        className="size-full -scale-x-100 object-cover"
      />
      {!track && (
        <div className="flex size-full flex-col items-center justify-center gap-3 pb-14 text-ink-soft">
          {camera.status === 'opening' ? <Spinner size={26} /> : <CameraOffMark name={name} />}
          <p className="text-sm">
            {camera.status === 'opening' ? 'Starting your camera' : 'Your camera is off'}
          </p>
        </div>
      )}
    </div>
  );
}

function CameraOffMark({ name }: { name: string }) {
  if (name.trim() === '') return <VideoOff aria-hidden size={36} strokeWidth={1.5} />;
  return <Avatar name={name} seed={name} className="size-20 text-2xl" />;
}
