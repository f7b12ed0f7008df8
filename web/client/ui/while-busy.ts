import type { MouseEvent } from 'react';

/**
 * What a button has while something it did is under way. It takes no clicks, and keeps the focus: a button that is disabled
 * drops it, and the keyboard begins again at the top of the page.
 */
export function whileBusy(busy: boolean) {
  if (!busy) return {};
  return { 'aria-disabled': true, 'aria-busy': true, onClick: (event: MouseEvent) => event.preventDefault() };
}
