import { CommandRow } from './CommandRow.tsx';
import type { Command } from './command.ts';
import type { CommandGroup } from './find-commands.ts';

interface CommandListProps {
  id: string;
  groups: readonly CommandGroup[];
  /** The one that Enter runs; null when there is none. */
  pickedId: string | null;
  onPick(command: Command): void;
  onRun(command: Command): void;
}

/** Commands under their headings. The keyboard stays in the field that they belong to. */
export function CommandList({ id, groups, pickedId, onPick, onRun }: CommandListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Commands"
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2"
    >
      {groups.map(({ name, commands }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: options in groups, as a listbox has them
        <div key={name} role="group" aria-labelledby={`${id}-group-${index}`}>
          <div
            id={`${id}-group-${index}`}
            role="presentation"
            className="px-3 pt-2.5 pb-1 font-medium text-ink-faint text-xs"
          >
            {name}
          </div>
          {commands.map((command) => (
            <CommandRow
              key={command.id}
              id={`${id}-${command.id}`}
              command={command}
              picked={command.id === pickedId}
              onPick={() => onPick(command)}
              onRun={() => onRun(command)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
