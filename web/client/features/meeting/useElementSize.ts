import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The size of an element in pixels, kept current. */
export function useElementSize<E extends HTMLElement>(): {
  ref: RefObject<E | null>;
  width: number;
  height: number;
} {
  const ref = useRef<E>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
}
