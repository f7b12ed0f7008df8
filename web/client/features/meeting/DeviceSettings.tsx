import { useMediaDeviceSelect } from '@livekit/components-react';
import { Mic, Video, Volume2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { toast } from 'sonner';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { type Choices, readChoices, rememberChoices } from '../lobby/remembered-choices.ts';
import { canChooseSpeaker } from '../lobby/useDevices.ts';

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
        <DeviceSelect kind="videoinput" label="Camera" icon={<Video aria-hidden size={16} />} />
        {canChooseSpeaker() && (
          <DeviceSelect kind="audiooutput" label="Speaker" icon={<Volume2 aria-hidden size={16} />} />
        )}
      </div>
    </DialogFrame>
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
