import type { ShortcutId } from '../shortcuts/shortcuts.ts';
import type { CommandIcon } from './command-icons.ts';

/** Something that a person can do here, however they ask for it: by a key, or from the list of commands. */
export interface Command {
  /** One of its kind in a list. */
  id: string;
  /** What it will do, as things are now. */
  label: string;
  /** The heading that it stands under. */
  group: string;
  icon: CommandIcon;
  /** What else people call it; they search by these words as well. */
  words?: string;
  /** A single key that does the same. */
  shortcut?: ShortcutId;
  /** For what is switched: whether it is on. */
  on?: boolean;
  /** Why it cannot be done now; null when it can. */
  refused?: string | null;
  run(): void;
}
