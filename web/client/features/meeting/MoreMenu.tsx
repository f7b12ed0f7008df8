import { Captions, Circle, CircleStop, Ellipsis, PhoneOff, ScrollText, Settings2, Users } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { IconButton } from '../../ui/IconButton.tsx';
import { recordLabel } from '../recording/RecordButton.tsx';
import type { RecordingControl } from '../recording/useRecordingControl.ts';

interface MoreMenuProps {
  captionsOn: boolean;
  onCaptions(on: boolean): void;
  onTranscript(): void;
  onPeople(): void;
  /** How many people wait to be let in. */
  waiting: number;
  onDevices(): void;
  recording: RecordingControl;
  /** Null for those who may not. */
  onEndForAll: (() => void) | null;
}

const row =
  'flex min-h-11 w-full items-center gap-3 rounded-lg px-3 outline-none data-disabled:opacity-55 data-highlighted:bg-sunken select-none';

/** Where it is narrow: what does not fit into the bar. */
export function MoreMenu({ onPeople, waiting, onDevices, recording, onEndForAll, ...view }: MoreMenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton
          label="More"
          icon={<Ellipsis aria-hidden size={21} />}
          look="raised"
          size="large"
          className="md:hidden"
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          sideOffset={8}
          collisionPadding={12}
          className="z-40 min-w-56 animate-rise rounded-xl border border-line bg-surface p-1.5 shadow-card"
        >
          <DropdownMenu.Item onSelect={view.onTranscript} className={row}>
            <ScrollText aria-hidden size={19} />
            Transcript
          </DropdownMenu.Item>
          <DropdownMenu.Item onSelect={() => view.onCaptions(!view.captionsOn)} className={row}>
            <Captions aria-hidden size={19} />
            {view.captionsOn ? 'Hide captions' : 'Show captions'}
          </DropdownMenu.Item>
          <DropdownMenu.Item onSelect={onPeople} className={row}>
            <Users aria-hidden size={19} />
            {waiting > 0 ? `People (${waiting} waiting)` : 'People'}
          </DropdownMenu.Item>
          <DropdownMenu.Item onSelect={onDevices} className={row}>
            <Settings2 aria-hidden size={19} />
            Devices
          </DropdownMenu.Item>
          {(recording.mayRecord || !recording.recording) && (
            <DropdownMenu.Item disabled={recording.busy} onSelect={recording.toggle} className={row}>
              {recording.recording ? (
                <CircleStop aria-hidden size={19} className="text-danger" />
              ) : (
                <Circle aria-hidden size={19} className="fill-danger text-danger" />
              )}
              {recordLabel(recording)}
            </DropdownMenu.Item>
          )}
          {onEndForAll && (
            <DropdownMenu.Item onSelect={onEndForAll} className={`${row} text-danger`}>
              <PhoneOff aria-hidden size={19} />
              End meeting for all
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
