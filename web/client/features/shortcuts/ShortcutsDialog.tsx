import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { focusWhole } from '../../ui/focus-whole.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useRemembered } from '../../ui/remembered.ts';
import { Switch } from '../../ui/Switch.tsx';
import { shortcutIds, shortcuts } from './shortcuts.ts';
import { shortcutsEnabled } from './shortcuts-enabled.ts';

interface ShortcutsDialogProps {
  onClose(): void;
}

/** Which key does what, and whether keys do anything. */
export function ShortcutsDialog({ onClose }: ShortcutsDialogProps) {
  const enabled = useRemembered(shortcutsEnabled);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusWhole}
          className="fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 overflow-y-auto rounded-2xl bg-surface p-6 shadow-card"
        >
          <div className="mb-3 flex items-center justify-between">
            <Dialog.Title className="font-semibold text-lg">Keyboard shortcuts</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label="Close" icon={<X aria-hidden size={18} />} size="small" />
            </Dialog.Close>
          </div>
          <dl className={enabled ? 'divide-y divide-line' : 'divide-y divide-line text-ink-faint'}>
            {shortcutIds.map((id) => (
              <div key={id} className="flex min-h-11 items-center justify-between gap-4">
                <dt>{shortcuts[id].does}</dt>
                <dd>
                  <kbd className="inline-flex h-8 min-w-8 items-center justify-center rounded-lg border border-line-strong bg-sunken px-2 font-medium font-sans text-sm">
                    {shortcuts[id].key}
                  </kbd>
                </dd>
              </div>
            ))}
          </dl>
          <div className="mt-3 border-line border-t pt-4">
            <Switch
              label="Use these keys"
              hint="They do nothing while you write or draw. Turn them off if you use speech input, or press keys by mistake."
              checked={enabled}
              onChange={shortcutsEnabled.set}
            />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
