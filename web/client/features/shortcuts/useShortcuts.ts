import { useEffect, useRef } from 'react';
import { say } from '../../ui/say.ts';
import { findShortcut, takesKeys } from './find-shortcut.ts';
import { type ShortcutId, shortcuts } from './shortcuts.ts';
import { shortcutsEnabled } from './shortcuts-enabled.ts';

/** What a key switches, or why this person cannot switch it. */
export type Switch = { on: boolean; toggle(): void } | { refused: string };

/** A change later than this was not made by the key: choosing a screen takes the longest. */
const answerMs = 60_000;

/** Switches by keys, wherever no field takes them, and says what came of it. */
export function useShortcuts(switches: Record<ShortcutId, Switch>): void {
  const latest = useRef(switches);
  latest.current = switches;
  const pressed = useRef<{ id: ShortcutId; on: boolean; atMs: number } | null>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !shortcutsEnabled.get() || takesKeys(event.target)) return;
      const id = findShortcut(event);
      if (!id) return;
      event.preventDefault();
      const wanted = latest.current[id];
      if ('refused' in wanted) return void say({ text: wanted.refused, key: 'shortcut' });
      pressed.current = { id, on: wanted.on, atMs: performance.now() };
      wanted.toggle();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  // Switching takes a moment and may fail: what is said is what has happened.
  useEffect(() => {
    if (!pressed.current) return;
    const { id, on, atMs } = pressed.current;
    const now = switches[id];
    if ('refused' in now || now.on === on) return;
    pressed.current = null;
    const { said } = shortcuts[id];
    if (said && performance.now() - atMs < answerMs) {
      void say({ text: now.on ? said.on : said.off, key: 'shortcut' });
    }
  });
}
