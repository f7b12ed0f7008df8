import { Command } from 'lucide-react';
import { use } from 'react';
import { commandKey, commandKeyLabel } from '../commands/command-key.ts';
import { useCommandKey } from '../commands/useCommandKey.ts';
import { ShowPagePalette } from './show-page-palette.ts';

/**
 * The button and the key for the list of commands of a page outside a meeting. The browser shows what the button is called:
 * a tooltip of ours would be 2 KB on pages that need it for nothing else.
 */
export function PageCommands() {
  const show = use(ShowPagePalette);
  const open = () => show(true);
  useCommandKey(open);
  return (
    <button
      type="button"
      title={`All commands (${commandKeyLabel(navigator.platform)})`}
      aria-label="All commands"
      aria-keyshortcuts={commandKey(navigator.platform)}
      aria-haspopup="dialog"
      onClick={open}
      className="inline-flex size-11 items-center justify-center rounded-xl text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <Command aria-hidden size={19} />
    </button>
  );
}
