import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows that come and go together. */
export const chunkRows = 40;
/** A row of two lines of text: what an unseen chunk is taken to need for each. */
const rowPx = 66;
/** So far around what is in sight rows are rendered. */
const marginPx = 1_200;
/** So long after a jump the rows around it may still find their height. */
const settleMs = 600;

export interface Chunks {
  /** Whether the rows of a chunk are rendered. */
  isShown(chunk: number): boolean;
  /** Of a chunk that is not rendered, in pixels. */
  heightOf(chunk: number): number;
  /** Goes on the element of each chunk. */
  watch(element: HTMLElement | null): void;
  /** Brings the element into the middle, whose rows are rendered for that. */
  scrollTo(row: number, find: () => Element | null): void;
}

/** Renders of a long list only the chunks near what is in sight; the others keep their place. */
export function useChunks(box: RefObject<HTMLElement | null>, rows: number): Chunks {
  const [shown, setShown] = useState<ReadonlySet<number>>(() => new Set([0]));
  const heights = useRef(new Map<number, number>());
  const observer = useRef<IntersectionObserver | null>(null);
  const waiting = useRef(new Set<HTMLElement>());
  const target = useRef<{ find: () => Element | null; untilMs: number } | null>(null);

  useLayoutEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { target: element, isIntersecting, boundingClientRect } of entries) {
          if (!isIntersecting) heights.current.set(chunkOf(element), boundingClientRect.height);
        }
        setShown((before) => {
          const after = new Set(before);
          for (const { target: element, isIntersecting } of entries) {
            if (isIntersecting) after.add(chunkOf(element));
            else after.delete(chunkOf(element));
          }
          return after;
        });
      },
      { root: box.current, rootMargin: `${marginPx}px 0px` },
    );
    observer.current = seen;
    for (const element of waiting.current) seen.observe(element);
    return () => seen.disconnect();
  }, [box]);

  // Rows above a jump find their height after it, and not every browser keeps the place by itself.
  useEffect(() => {
    const list = box.current?.firstElementChild;
    if (!list) return;
    const sizes = new ResizeObserver(() => {
      if (target.current && performance.now() < target.current.untilMs) {
        center(box.current, target.current.find());
      }
    });
    sizes.observe(list);
    return () => sizes.disconnect();
  }, [box]);

  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    waiting.current.add(element);
    observer.current?.observe(element);
    return () => {
      waiting.current.delete(element);
      observer.current?.unobserve(element);
    };
  }, []);

  return {
    isShown: (chunk) => shown.has(chunk),
    heightOf: (chunk) => heights.current.get(chunk) ?? Math.min(chunkRows, rows - chunk * chunkRows) * rowPx,
    watch,
    scrollTo(row, find) {
      const chunk = Math.floor(row / chunkRows);
      if (!shown.has(chunk)) flushSync(() => setShown((before) => new Set(before).add(chunk)));
      target.current = { find, untilMs: performance.now() + settleMs };
      center(box.current, find());
    },
  };
}

function chunkOf(element: Element): number {
  return Number(element.getAttribute('data-chunk'));
}

/** Scrolls the box alone: `scrollIntoView` would move the page around it, too. */
function center(box: HTMLElement | null, element: Element | null): void {
  if (!box || !element) return;
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  box.scrollTop += inner.top - outer.top - (box.clientHeight - inner.height) / 2;
}
