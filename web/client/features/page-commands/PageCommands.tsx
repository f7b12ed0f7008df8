import { Command } from 'lucide-react';
import { lazy, useState } from 'react';
import type { AuthState } from '../../../../lib/account-messages.ts';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { commandKey, commandKeyLabel } from '../commands/command-key.ts';
import { useCommandKey } from '../commands/useCommandKey.ts';

const PagePalette = lazy(async () => ({ default: (await import('./PagePalette.tsx')).PagePalette }));

/**
 * The list of commands of a page outside a meeting, and the button for it. Loaded when it is opened. The browser shows
 * what the button is called: a tooltip of ours would be 2 KB on pages that need it for nothing else.
 */
export function PageCommands({ state }: { state: AuthState }) {
  const [open, setOpen] = useState(false);
  useCommandKey(() => setOpen(true));
  return (
    <>
      <button
        type="button"
        title={`All commands (${commandKeyLabel(navigator.platform)})`}
        aria-label="All commands"
        aria-keyshortcuts={commandKey(navigator.platform)}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="inline-flex size-11 items-center justify-center rounded-xl text-ink-soft hover:bg-sunken hover:text-ink"
      >
        <Command aria-hidden size={19} />
      </button>
      {open && (
        <LazyPart failed={<PartFailed onDismiss={() => setOpen(false)} />}>
          <PagePalette state={state} onClose={() => setOpen(false)} />
        </LazyPart>
      )}
    </>
  );
}
