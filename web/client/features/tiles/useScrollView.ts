import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Viewport } from './tiles-in-view.ts';

/** Pixels: a render for each one that is scrolled would be too much. */
const stepPx = 16;
const inSteps = (distance: number) => Math.round(distance / stepPx) * stepPx;

/** The size of an element and how far it is scrolled, in pixels, kept current. */
export function useScrollView<E extends HTMLElement>(): { ref: RefObject<E | null>; view: Viewport } {
  const ref = useRef<E>(null);
  const [view, setView] = useState<Viewport>({ left: 0, top: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const onScroll = () => {
      const left = inSteps(element.scrollLeft);
      const top = inSteps(element.scrollTop);
      setView((before) => (before.left === left && before.top === top ? before : { ...before, left, top }));
    };
    // The border box: scroll bars that come and go do not change it.
    const observer = new ResizeObserver(() =>
      setView((before) => ({ ...before, width: element.offsetWidth, height: element.offsetHeight })),
    );
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, []);
  return { ref, view };
}
