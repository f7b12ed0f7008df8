import { useState } from 'react';

/**
 * For `onCloseAutoFocus` of a layer without a trigger of its own, which would drop the focus: it goes back to what had it
 * when the layer came.
 */
export function useReturnFocus(): (event: Event) => void {
  const [opener] = useState(findOpener);
  return (event) => {
    event.preventDefault();
    opener?.focus();
  };
}

/** An item of a menu goes with its menu: its button stays. */
function findOpener(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  if (menu) return document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  return active instanceof HTMLElement ? active : null;
}
