import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import type { MediaKind } from './media-problem.ts';

const faces = {
  microphone: { on: Mic, off: MicOff, turnOn: 'Turn on microphone', turnOff: 'Turn off microphone' },
  camera: { on: Video, off: VideoOff, turnOn: 'Turn on camera', turnOff: 'Turn off camera' },
};

interface DeviceButtonProps {
  kind: MediaKind;
  on: boolean;
  /** A host has taken the device away; a press explains it. */
  takenAway?: boolean;
  shortcutKey?: string | undefined;
  onToggle(): void;
}

/** Turns a microphone or a camera on and off; says by its label what a press will do. */
export function DeviceButton({ kind, on, takenAway, shortcutKey, onToggle }: DeviceButtonProps) {
  const face = faces[kind];
  const Icon = on ? face.on : face.off;
  return (
    <IconButton
      label={takenAway ? `A host turned off your ${kind}` : on ? face.turnOff : face.turnOn}
      icon={<Icon aria-hidden size={21} />}
      shortcutKey={shortcutKey}
      look={on ? 'raised' : 'off'}
      size="large"
      aria-disabled={takenAway || undefined}
      className={takenAway ? 'opacity-55' : undefined}
      onClick={onToggle}
    />
  );
}
