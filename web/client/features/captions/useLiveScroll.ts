import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { earlierRows, laterRows, newestRows, type RowWindow, rowsAround } from './row-window.ts';

/** This close to an end counts as being there, in pixels. */
const nearPx = 48;

export interface LiveScroll {
  ref: RefObject<HTMLDivElement | null>;
  /** The rows to render; they are children of a list in the element of `ref`. */
  shown: RowWindow;
  /** True while new rows scroll into view by themselves. */
  live: boolean;
  /** Rows that came since the person scrolled away. */
  unseen: number;
  onScroll(): void;
  /** The first row is not at the top of what is rendered: Home and End of the browser would stop there. */
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  jumpToLive(): void;
  /** Stops following, so that the row with this index is rendered and can be scrolled to. */
  hold(row: number): void;
}

/** Follows the newest row until the person scrolls away, and renders other rows as they are reached. */
export function useLiveScroll(rows: number, lastText: string): LiveScroll {
  const ref = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<{ shown: RowWindow; rows: number } | null>(null);
  /** Where a row stood before others were put above it or taken away. */
  const anchor = useRef<{ row: Element; top: number } | null>(null);
  const shown = held?.shown ?? newestRows(rows);
  const live = held === null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows and longer last rows move the end
  useLayoutEffect(() => {
    if (live && ref.current) ref.current.scrollTop = ref.current.scrollHeight;
  }, [live, rows, lastText]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows move what is being read
  useLayoutEffect(() => {
    const kept = anchor.current;
    anchor.current = null;
    if (!kept || !ref.current) return;
    ref.current.scrollTop += kept.row.getBoundingClientRect().top - kept.top;
  }, [shown.start, shown.end]);

  const show = (next: RowWindow) => setHeld({ shown: next, rows: held?.rows ?? rows });

  const onScroll = () => {
    const box = ref.current;
    if (!box) return;
    const belowPx = box.scrollHeight - box.scrollTop - box.clientHeight;
    if (belowPx < nearPx && shown.end === rows) return setHeld(null);
    const earlier = box.scrollTop < nearPx && shown.start > 0;
    const later = belowPx < nearPx && shown.end < rows;
    if (earlier || later) {
      anchor.current = firstInSight(box);
      show(earlier ? earlierRows(shown, rows) : laterRows(shown, rows));
    } else if (live) show(shown);
  };

  return {
    ref,
    shown,
    live,
    unseen: held ? Math.max(0, rows - held.rows) : 0,
    onScroll,
    onKeyDown(event) {
      if (event.target !== ref.current || !/^(?:Home|End)$/.test(event.key)) return;
      event.preventDefault();
      if (event.key === 'End') return setHeld(null);
      show(rowsAround(0, rows));
      ref.current.scrollTop = 0;
    },
    jumpToLive: () => setHeld(null),
    hold: (row) => show(rowsAround(row, rows)),
  };
}

function firstInSight(box: HTMLElement): { row: Element; top: number } | null {
  const edge = box.getBoundingClientRect().top;
  for (const row of box.querySelectorAll(':scope > ol > li')) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > edge) return { row, top };
  }
  return null;
}
