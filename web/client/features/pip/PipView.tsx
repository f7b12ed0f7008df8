import { Mic, MicOff, Phone, Video, VideoOff } from 'lucide-react';
import type { ComponentProps } from 'react';
import { createPortal } from 'react-dom';
import { useRemembered } from '../../ui/remembered.ts';
import { captionSettings } from '../captions/caption-settings.ts';
import { LiveCaptions } from '../captions/LiveCaptions.tsx';
import type { TranscriptStore } from '../captions/transcript-store.ts';
import { useCaptions } from '../captions/useTranscriptItems.ts';
import type { Devices } from '../meeting/useDevices.ts';
import { PipButton } from './PipButton.tsx';
import { PipPicture } from './PipPicture.tsx';

interface PipViewProps extends ComponentProps<typeof PipPicture> {
  /** The window that this is in. */
  small: Window;
  store: TranscriptStore;
  /** Null for those who send nothing. */
  devices: Devices | null;
  onLeave(): void;
}

/** The meeting in a small window: whom one hears, what they say, and the way out. */
export function PipView({ small, store, devices, onLeave, ...picture }: PipViewProps) {
  const { on } = useRemembered(captionSettings);
  return createPortal(
    <div className="flex h-full flex-col bg-stage">
      <main className="relative min-h-0 flex-1 overflow-hidden [container-type:size]">
        <PipPicture {...picture} />
        {on && <PipCaptions small={small} store={store} />}
      </main>
      <footer className="flex items-center justify-center gap-3 py-2">
        {devices && <DeviceButtons {...devices} />}
        <PipButton
          label="Leave meeting"
          icon={<Phone aria-hidden size={20} className="rotate-[135deg]" />}
          look="danger"
          onClick={onLeave}
        />
      </footer>
    </div>,
    small.document.body,
  );
}

function PipCaptions({ small, store }: Pick<PipViewProps, 'small' | 'store'>) {
  return <LiveCaptions captions={useCaptions(store, small).slice(-1)} hint={null} size="S" over />;
}

function DeviceButtons({ microphone, camera }: Devices) {
  const Microphone = microphone.on ? Mic : MicOff;
  const Camera = camera.on ? Video : VideoOff;
  return (
    <>
      <PipButton
        label={microphone.on ? 'Turn off microphone' : 'Turn on microphone'}
        icon={<Microphone aria-hidden size={20} />}
        look={microphone.on ? 'on' : 'off'}
        onClick={microphone.toggle}
      />
      <PipButton
        label={camera.on ? 'Turn off camera' : 'Turn on camera'}
        icon={<Camera aria-hidden size={20} />}
        look={camera.on ? 'on' : 'off'}
        onClick={camera.toggle}
      />
    </>
  );
}
