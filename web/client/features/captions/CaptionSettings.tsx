import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { focusWhole } from '../../ui/focus-whole.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useRemembered } from '../../ui/remembered.ts';
import { Switch } from '../../ui/Switch.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useReturnFocus } from '../../ui/useReturnFocus.ts';
import { captionPlaces, captionSettings, captionSizes, changeCaptions } from './caption-settings.ts';

const places = { bottom: 'Below', top: 'Above', over: 'Over the picture' };

interface CaptionSettingsProps {
  onClose(): void;
}

/** Size and place of captions. Nothing is dimmed: what is chosen shows behind it. */
export function CaptionSettings({ onClose }: CaptionSettingsProps) {
  const { on, size, place } = useRemembered(captionSettings);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40" />
        <Dialog.Content
          onCloseAutoFocus={useReturnFocus()}
          aria-describedby={undefined}
          onOpenAutoFocus={focusWhole}
          className="fixed inset-x-3 bottom-20 z-50 mx-auto max-w-sm animate-rise rounded-2xl border border-line bg-surface p-5 shadow-card"
        >
          <div className="mb-3 flex items-center justify-between">
            <Dialog.Title className="font-semibold">Captions</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label="Close" icon={<X aria-hidden size={18} />} size="small" />
            </Dialog.Close>
          </div>
          <div className="flex flex-col gap-4">
            <Switch
              label="Show captions"
              hint="What people say, as they say it."
              checked={on}
              onChange={(next) => changeCaptions({ on: next })}
            />
            <Choice title="Size">
              <Tabs
                label="Size of captions"
                value={size}
                options={captionSizes.map((value) => ({ value, label: value }))}
                onChange={(next) => changeCaptions({ size: next, on: true })}
              />
            </Choice>
            <Choice title="Place">
              <Tabs
                label="Place of captions"
                value={place}
                options={captionPlaces.map((value) => ({ value, label: places[value] }))}
                onChange={(next) => changeCaptions({ place: next, on: true })}
              />
            </Choice>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Choice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <p aria-hidden className="font-medium text-sm">
        {title}
      </p>
      {children}
    </div>
  );
}
