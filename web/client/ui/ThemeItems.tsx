import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRemembered } from './remembered.ts';
import { type Theme, theme } from './theme.ts';

const choices: { choice: Theme; label: string; Icon: LucideIcon }[] = [
  { choice: 'system', label: 'System', Icon: Monitor },
  { choice: 'light', label: 'Light', Icon: Sun },
  { choice: 'dark', label: 'Dark', Icon: Moon },
];

/** Light, dark or as the system has it, in a menu that stays open: one sees what one chose. */
export function ThemeItems() {
  const chosen = useRemembered(theme);
  return (
    <div className="px-1.5 py-1">
      <DropdownMenu.Label className="px-1.5 pb-1.5 font-medium text-ink-faint text-xs">
        Theme
      </DropdownMenu.Label>
      <DropdownMenu.RadioGroup
        aria-label="Theme"
        value={chosen}
        className="flex gap-1 rounded-xl bg-sunken p-1"
      >
        {choices.map(({ choice, label, Icon }) => (
          <DropdownMenu.RadioItem
            key={choice}
            value={choice}
            onSelect={(event) => {
              event.preventDefault();
              theme.set(choice);
            }}
            className="flex min-h-9 flex-auto cursor-pointer select-none items-center justify-center gap-1.5 rounded-lg px-1.5 font-medium text-ink-soft text-xs -outline-offset-2 data-[state=checked]:bg-raised data-highlighted:text-ink data-[state=checked]:text-ink data-[state=checked]:shadow-sm"
          >
            <Icon aria-hidden size={15} />
            {label}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </div>
  );
}
