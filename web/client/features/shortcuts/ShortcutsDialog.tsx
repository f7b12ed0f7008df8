import { DialogFrame } from '../../ui/DialogFrame.tsx';
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
    <DialogFrame title="Keyboard shortcuts" width="narrow" focus="whole" onClose={onClose}>
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
    </DialogFrame>
  );
}
