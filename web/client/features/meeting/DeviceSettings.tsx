import { useMediaDeviceSelect } from '@livekit/components-react';
import { Mic, Video, Volume2, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { toast } from 'sonner';
import { focusWhole } from '../../ui/focus-whole.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { type Choices, readChoices, rememberChoices } from '../lobby/remembered-choices.ts';
import { canChooseSpeaker } from '../lobby/useDevices.ts';

const rememberedAs: Record<MediaDeviceKind, keyof Choices> = {
  audioinput: 'microphoneId',
  videoinput: 'cameraId',
  audiooutput: 'speakerId',
};

interface DeviceSettingsProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Changes microphone, camera or loudspeaker while the meeting runs. */
export function DeviceSettings({ open, onOpenChange }: DeviceSettingsProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusWhole}
          className="fixed inset-x-4 top-1/2 z-50 mx-auto max-w-md -translate-y-1/2 rounded-2xl bg-surface p-6 shadow-card"
        >
          <div className="mb-4 flex items-center justify-between">
            <Dialog.Title className="font-semibold text-lg">Devices</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label="Close" icon={<X aria-hidden size={18} />} size="small" />
            </Dialog.Close>
          </div>
          <div className="flex flex-col gap-4">
            <DeviceSelect kind="audioinput" label="Microphone" icon={<Mic aria-hidden size={16} />} />
            <DeviceSelect kind="videoinput" label="Camera" icon={<Video aria-hidden size={16} />} />
            {canChooseSpeaker() && (
              <DeviceSelect kind="audiooutput" label="Speaker" icon={<Volume2 aria-hidden size={16} />} />
            )}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
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
