import { useEffect, useRef } from 'react';
import type { ShortcutId } from '../shortcuts/shortcuts.ts';
import { useShortcutKey } from '../shortcuts/shortcuts-enabled.ts';
import type { Command } from './command.ts';
import { commandIcons } from './command-icons.ts';

interface CommandRowProps {
  id: string;
  command: Command;
  picked: boolean;
  onPick(): void;
  onRun(): void;
}

/** A command in the list. One that cannot be done now can be reached all the same, and says why. */
export function CommandRow({ id, command, picked, onPick, onRun }: CommandRowProps) {
  const { label, icon, shortcut, refused } = command;
  const Icon = commandIcons[icon];
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (picked) row.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names this as its active descendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field runs it
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={picked}
      onPointerMove={onPick}
      // The field keeps the focus, and a phone its keyboard.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onRun}
      className={`flex min-h-11 cursor-pointer select-none items-center gap-3 rounded-lg px-3 py-1.5 ${picked ? 'bg-sunken' : ''}`}
    >
      <Icon aria-hidden size={18} className="shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1">
        <span className={refused ? 'block truncate text-ink-faint' : 'block truncate'}>{label}</span>
        {refused && <span className="block text-ink-faint text-xs leading-snug">{refused}</span>}
      </span>
      {shortcut && !refused && <Key id={shortcut} />}
    </div>
  );
}

function Key({ id }: { id: ShortcutId }) {
  const key = useShortcutKey(id);
  if (!key) return null;
  return (
    <kbd className="inline-flex h-6 min-w-6 shrink-0 items-center justify-center rounded-md border border-line-strong px-1.5 font-medium font-sans text-ink-soft text-xs">
      <span className="sr-only">, key </span>
      {key}
    </kbd>
  );
}
