import { useEffect, useRef } from 'react';
import { say } from '../../ui/say.ts';
import type { Command } from '../commands/command.ts';
import { findShortcut, takesKeys } from './find-shortcut.ts';
import { type ShortcutId, shortcuts } from './shortcuts.ts';
import { shortcutsEnabled } from './shortcuts-enabled.ts';

/** A change later than this was not made by the key: choosing a screen takes the longest. */
const answerMs = 60_000;

/** Runs commands by their keys, wherever no field takes them, and says what came of it. */
export function useShortcuts(commands: readonly Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  const pressed = useRef<{ id: ShortcutId; on: boolean | undefined; atMs: number } | null>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !shortcutsEnabled.get() || takesKeys(event.target)) return;
      const id = findShortcut(event);
      const command = latest.current.find(({ shortcut }) => shortcut === id);
      if (!id || !command) return;
      event.preventDefault();
      if (command.refused) return void say({ text: command.refused, key: 'shortcut' });
      pressed.current = { id, on: command.on, atMs: performance.now() };
      command.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  // Switching takes a moment and may fail: what is said is what has happened.
  useEffect(() => {
    if (!pressed.current) return;
    const { id, on, atMs } = pressed.current;
    const now = commands.find(({ shortcut }) => shortcut === id);
    if (!now || now.refused || now.on === on) return;
    pressed.current = null;
    const { said } = shortcuts[id];
    if (said && performance.now() - atMs < answerMs) {
      void say({ text: now.on ? said.on : said.off, key: 'shortcut' });
    }
  });
}
