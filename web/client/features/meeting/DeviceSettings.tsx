import { useMediaDeviceSelect, useRoomContext } from '@livekit/components-react';
import { Mic, Video, Volume2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { toast } from 'sonner';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { BackgroundField } from '../background/BackgroundField.tsx';
import { type Choices, readChoices, rememberChoices } from '../lobby/remembered-choices.ts';
import { canChooseSpeaker } from '../lobby/useDevices.ts';
import { suppressNoise } from './suppress-noise.ts';

const rememberedAs: Record<MediaDeviceKind, keyof Choices> = {
  audioinput: 'microphoneId',
  videoinput: 'cameraId',
  audiooutput: 'speakerId',
};

/** Changes microphone, camera or loudspeaker while the meeting runs. */
export function DeviceSettings({ onClose }: { onClose(): void }) {
  return (
    <DialogFrame title="Devices" width="narrow" focus="whole" onClose={onClose}>
      <div className="mt-4 flex flex-col gap-4">
        <DeviceSelect kind="audioinput" label="Microphone" icon={<Mic aria-hidden size={16} />} />
        <NoiseSwitch />
        <DeviceSelect kind="videoinput" label="Camera" icon={<Video aria-hidden size={16} />} />
        <BackgroundField />
        {canChooseSpeaker() && (
          <DeviceSelect kind="audiooutput" label="Speaker" icon={<Volume2 aria-hidden size={16} />} />
        )}
      </div>
    </DialogFrame>
  );
}

function NoiseSwitch() {
  const room = useRoomContext();
  const [on, setOn] = useState(() => readChoices(localStorage).noiseSuppression);
  const onChange = (noiseSuppression: boolean) => {
    setOn(noiseSuppression);
    rememberChoices(localStorage, { ...readChoices(localStorage), noiseSuppression });
    suppressNoise(room, noiseSuppression).catch((error) => {
      toast.error(`The microphone could not be started again. ${error.message}`);
    });
  };
  return (
    <Switch
      label="Reduce background noise"
      hint="Turn it off when others should hear music, or the room that you are in."
      checked={on}
      onChange={onChange}
    />
  );
}

function DeviceSelect({ kind, label, icon }: { kind: MediaDeviceKind; label: string; icon: ReactNode }) {
  const { devices, activeDeviceId, setActiveMediaDevice } = useMediaDeviceSelect({ kind });
  const onPick = async (deviceId: string) => {
    rememberChoices(localStorage, { ...readChoices(localStorage), [rememberedAs[kind]]: deviceId });
    await setActiveMediaDevice(deviceId).catch((error) => {
      toast.error(`This device could not be started. ${error.message}`);
    });
  };
  return (
    <SelectField
      label={label}
      icon={icon}
      value={activeDeviceId}
      disabled={devices.length === 0}
      options={devices.map((device, index) => ({
        value: device.deviceId,
        label: device.label || `${label} ${index + 1}`,
      }))}
      onChange={onPick}
    />
  );
}
