import { type RefObject, useEffect } from 'react';

/** F8, as in other programs with notifications, moves the focus here; when this goes away, it moves back. */
export function useReachByKey(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current;
    let before: Element | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || !element || element.contains(document.activeElement)) return;
      event.preventDefault();
      before = document.activeElement;
      element.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, [ref]);
}
