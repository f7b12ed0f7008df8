import { chosenBackground } from '../background/chosen-background.ts';
import { showWords, tooSlowWords } from '../background/too-slow-words.ts';
import { CameraPreview } from './CameraPreview.tsx';
import { DeviceButton } from './DeviceButton.tsx';
import { DeviceNotice } from './DeviceNotice.tsx';
import { DevicePickers } from './DevicePickers.tsx';
import { MediaNotice } from './MediaNotice.tsx';
import { MicrophoneMeter } from './MicrophoneMeter.tsx';
import type { MediaKind } from './media-problem.ts';
import type { Choices } from './remembered-choices.ts';
import { SpeakerTest } from './SpeakerTest.tsx';
import { useDevices } from './useDevices.ts';
import type { LobbyMedia } from './useLobbyMedia.ts';

interface LobbyDevicesProps {
  media: LobbyMedia;
  /** The background takes more time than this computer has. */
  tooSlow: boolean;
  choices: Choices;
  onChange(choices: Partial<Choices>): void;
}

/** The preview with its two switches, the level of the microphone and the lists of devices. */
export function LobbyDevices({ media, tooSlow, choices, onChange }: LobbyDevicesProps) {
  const devices = useDevices(`${media.microphone.status} ${media.camera.status}`);

  const toggle = (kind: MediaKind) => {
    if (media[kind].status === 'on' || media[kind].status === 'opening') {
      media.close(kind);
      onChange({ [kind]: false });
    } else open(kind);
  };
  const open = (kind: MediaKind) => {
    media.open({ [kind]: { deviceId: choices[`${kind}Id`] } });
    onChange({ [kind]: true });
  };
  const onPick = (change: Partial<Choices>) => {
    onChange(change);
    if (change.microphoneId && choices.microphone)
      media.open({ microphone: { deviceId: change.microphoneId } });
    if (change.cameraId && choices.camera) media.open({ camera: { deviceId: change.cameraId } });
  };

  return (
    <section aria-label="Camera and microphone" className="contents min-w-0 flex-col gap-4 lg:flex">
      <div className="order-1 flex flex-col gap-4">
        <div className="relative aspect-[4/3] overflow-hidden rounded-3xl border border-line bg-tile sm:aspect-video">
          <CameraPreview camera={media.camera} name={choices.name} />
          <div className="absolute inset-x-0 bottom-4 flex justify-center gap-3">
            <DeviceButton
              kind="microphone"
              on={isOn(media.microphone.status)}
              onToggle={() => toggle('microphone')}
            />
            <DeviceButton kind="camera" on={isOn(media.camera.status)} onToggle={() => toggle('camera')} />
          </div>
        </div>
        <MicrophoneMeter track={media.microphone.status === 'on' ? media.microphone.track : null} />
      </div>
      <div className="order-3 flex flex-col gap-4">
        <MediaNotice kind="microphone" state={media.microphone} onRetry={() => open('microphone')} />
        <MediaNotice kind="camera" state={media.camera} onRetry={() => open('camera')} />
        {tooSlow && (
          <DeviceNotice text={tooSlowWords} action={showWords} onAction={() => chosenBackground.set('off')} />
        )}
        <DevicePickers devices={devices} choices={choices} onChange={onPick} />
        <SpeakerTest speakerId={choices.speakerId} />
      </div>
    </section>
  );
}

const isOn = (status: string) => status === 'on' || status === 'opening';
