import type { ReactNode } from 'react';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useRemembered } from '../../ui/remembered.ts';
import { Switch } from '../../ui/Switch.tsx';
import type { Command } from '../commands/command.ts';
import { commandKeyLabel } from '../commands/command-key.ts';
import { shortcuts } from './shortcuts.ts';
import { shortcutsEnabled } from './shortcuts-enabled.ts';

interface ShortcutsDialogProps {
  /** Those with a key are shown. */
  commands: readonly Command[];
  onClose(): void;
}

/** Which key does what, and whether keys do anything. */
export function ShortcutsDialog({ commands, onClose }: ShortcutsDialogProps) {
  const enabled = useRemembered(shortcutsEnabled);
  const keys = commands.flatMap(({ shortcut, refused }) =>
    shortcut ? { ...shortcuts[shortcut], refused } : [],
  );
  return (
    <DialogFrame title="Keyboard shortcuts" width="narrow" focus="whole" onClose={onClose}>
      <dl className="divide-y divide-line">
        <KeyRow shown={commandKeyLabel(navigator.platform)}>Find a command</KeyRow>
        {keys.map(({ key, does, refused }) => (
          <KeyRow key={key} shown={key} faint={!enabled || Boolean(refused)}>
            {does}
            {refused && <span className="block text-xs leading-snug">{refused}</span>}
          </KeyRow>
        ))}
      </dl>
      <div className="mt-3 border-line border-t pt-4">
        <Switch
          label="Use single keys"
          hint="They do nothing while you write or draw. Turn them off if you use speech input, or press keys by mistake."
          checked={enabled}
          onChange={shortcutsEnabled.set}
        />
      </div>
    </DialogFrame>
  );
}

interface KeyRowProps {
  /** What stands on the key. */
  shown: string;
  /** It does nothing now. */
  faint?: boolean;
  children: ReactNode;
}

function KeyRow({ shown, faint, children }: KeyRowProps) {
  return (
    <div className={`flex min-h-11 items-center justify-between gap-4 py-1 ${faint ? 'text-ink-faint' : ''}`}>
      <dt>{children}</dt>
      <dd>
        <kbd className="inline-flex h-8 min-w-8 items-center justify-center whitespace-nowrap rounded-lg border border-line-strong bg-sunken px-2 font-medium font-sans text-sm">
          {shown}
        </kbd>
      </dd>
    </div>
  );
}
