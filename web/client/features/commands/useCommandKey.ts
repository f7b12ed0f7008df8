import { useEffect, useEffectEvent } from 'react';
import { isCommandKey } from './command-key.ts';

/** What keeps its keys: another layer, and the board, where it makes a link. */
const elsewhere = '[role="dialog"], [role="alertdialog"], [role="menu"], .excalidraw';

/** Opens the list of commands by Ctrl+K, or ⌘K; also while a person writes. */
export function useCommandKey(onOpen: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || !isCommandKey(event, navigator.platform)) return;
    if (event.target instanceof Element && event.target.closest(elsewhere)) return;
    event.preventDefault();
    onOpen();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
