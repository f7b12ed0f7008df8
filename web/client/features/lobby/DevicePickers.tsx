import { Mic, Video, Volume2 } from 'lucide-react';
import { SelectField } from '../../ui/SelectField.tsx';
import { BackgroundField } from '../background/BackgroundField.tsx';
import type { Choices } from './remembered-choices.ts';
import { canChooseSpeaker, type DeviceLists } from './useDevices.ts';

interface DevicePickersProps {
  devices: DeviceLists;
  choices: Choices;
  onChange(choices: Partial<Choices>): void;
}

/** Which microphone, camera, loudspeaker and background to use; lists that the browser does not give are left out. */
export function DevicePickers({ devices, choices, onChange }: DevicePickersProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <SelectField
        label="Microphone"
        icon={<Mic aria-hidden size={16} />}
        value={knownId(devices.microphones, choices.microphoneId)}
        options={optionsOf(devices.microphones, 'Microphone')}
        disabled={devices.microphones.length === 0}
        onChange={(microphoneId) => onChange({ microphoneId })}
      />
      <SelectField
        label="Camera"
        icon={<Video aria-hidden size={16} />}
        value={knownId(devices.cameras, choices.cameraId)}
        options={optionsOf(devices.cameras, 'Camera')}
        disabled={devices.cameras.length === 0}
        onChange={(cameraId) => onChange({ cameraId })}
      />
      {canChooseSpeaker() && (
        <SelectField
          label="Speaker"
          icon={<Volume2 aria-hidden size={16} />}
          value={knownId(devices.speakers, choices.speakerId)}
          options={optionsOf(devices.speakers, 'Speaker')}
          disabled={devices.speakers.length === 0}
          onChange={(speakerId) => onChange({ speakerId })}
        />
      )}
      <BackgroundField />
    </div>
  );
}

function knownId(devices: MediaDeviceInfo[], id: string): string {
  return devices.some((device) => device.deviceId === id) ? id : (devices[0]?.deviceId ?? '');
}

function optionsOf(devices: MediaDeviceInfo[], noun: string) {
  if (devices.length === 0) return [{ value: '', label: `System default` }];
  return devices.map((device, index) => ({
    value: device.deviceId,
    label: device.label || `${noun} ${index + 1}`,
  }));
}
