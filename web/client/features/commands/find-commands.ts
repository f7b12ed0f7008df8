import { matchesWords } from '../../ui/matches-words.ts';
import type { Command } from './command.ts';

export interface CommandGroup {
  name: string;
  commands: readonly Command[];
}

/**
 * Commands that the words name, under their headings: those called so before those that only have something to do with
 * it. All of them, in the order in which they come, when there are no words.
 */
export function findCommands(commands: readonly Command[], words: string): CommandGroup[] {
  const called = commands.filter(({ label }) => matchesWords(label, words));
  const related = commands.filter(
    (command) => !called.includes(command) && matchesWords(`${command.label} ${command.words ?? ''}`, words),
  );
  return [...Map.groupBy([...called, ...related], ({ group }) => group)].map(([name, group]) => ({
    name,
    commands: group,
  }));
}
