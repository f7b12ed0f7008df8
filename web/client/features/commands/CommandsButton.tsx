import { Command } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { commandKey } from './command-key.ts';

interface CommandsButtonProps {
  className?: string;
  onClick(): void;
}

/** Opens the list of commands, for those who do not know its key, or have none. */
export function CommandsButton({ className, onClick }: CommandsButtonProps) {
  return (
    <IconButton
      label="All commands"
      icon={<Command aria-hidden size={19} />}
      shortcutKey={commandKey(navigator.platform)}
      aria-haspopup="dialog"
      className={className}
      onClick={onClick}
    />
  );
}
