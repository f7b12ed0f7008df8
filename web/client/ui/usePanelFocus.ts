import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Brings the keyboard into a panel that somebody opened, and back to the button that controls it when it goes while the
 * focus is in it. A panel that is there from the beginning, when nothing has the focus yet, leaves it alone.
 */
export function usePanelFocus(
  /** `aria-controls` of the button. */
  id: string,
): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const panel = ref.current;
    if (document.activeElement !== document.body) panel?.focus({ preventScroll: true });
    return () => {
      if (!panel?.contains(document.activeElement)) return;
      document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(id)}"]`)?.focus();
    };
  }, [id]);
  return ref;
}
