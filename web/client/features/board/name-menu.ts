const label = 'Menu of the whiteboard';

/** For `ref` of what is around Excalidraw: gives the button of its menu, which has only a picture, a name. */
export function nameMenu(frame: HTMLElement | null): (() => void) | undefined {
  if (!frame) return undefined;
  const name = () => frame.querySelector('.main-menu-trigger')?.setAttribute('aria-label', label);
  // It is another button in another width, or when somebody may no longer draw.
  const observer = new MutationObserver(name);
  observer.observe(frame, { childList: true, subtree: true });
  name();
  return () => observer.disconnect();
}
