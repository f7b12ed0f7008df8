import { type Theme, theme } from '../../ui/theme.ts';
import type { Command } from './command.ts';
import type { CommandIcon } from './command-icons.ts';

const choices: { choice: Theme; label: string; icon: CommandIcon }[] = [
  { choice: 'light', label: 'Light theme', icon: 'light' },
  { choice: 'dark', label: 'Dark theme', icon: 'dark' },
  { choice: 'system', label: 'Theme of the system', icon: 'system' },
];

/** Light and dark, without the one that is chosen. */
export function themeCommands(chosen: Theme): Command[] {
  return choices
    .filter(({ choice }) => choice !== chosen)
    .map(({ choice, label, icon }) => ({
      id: `theme-${choice}`,
      label,
      words: 'colour appearance mode',
      group: 'Appearance',
      icon,
      run: () => theme.set(choice),
    }));
}
