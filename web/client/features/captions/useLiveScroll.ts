import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { widenWindow, windowStart } from './row-window.ts';

/** This close to an end counts as being there, in pixels. */
const nearPx = 48;

export interface LiveScroll {
  ref: RefObject<HTMLDivElement | null>;
  /** First row to render. */
  start: number;
  /** True while new rows scroll into view by themselves. */
  live: boolean;
  /** Rows that came since the person scrolled away. */
  unseen: number;
  onScroll(): void;
  jumpToLive(): void;
  /** Stops following, so that the row with this index is rendered and can be scrolled to. */
  hold(row: number): void;
}

/** Rows that are rendered above one that somebody jumped to. */
const rowsAbove = 30;

/** Follows the newest row until the person scrolls away, and renders older rows as they are reached. */
export function useLiveScroll(rows: number, lastText: string): LiveScroll {
  const ref = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<{ start: number; rows: number } | null>(null);
  const heightFromBottom = useRef(0);
  const start = windowStart(rows, held?.start ?? null);
  const live = held === null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows and longer last rows move the end
  useLayoutEffect(() => {
    if (live && ref.current) ref.current.scrollTop = ref.current.scrollHeight;
  }, [live, rows, lastText]);

  // Rows added above would push down what is being read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a wider window adds rows above
  useLayoutEffect(() => {
    if (!live && ref.current) ref.current.scrollTop = ref.current.scrollHeight - heightFromBottom.current;
  }, [start]);

  const onScroll = () => {
    const box = ref.current;
    if (!box) return;
    heightFromBottom.current = box.scrollHeight - box.scrollTop;
    const atEnd = heightFromBottom.current - box.clientHeight < nearPx;
    if (atEnd) return setHeld(null);
    // Both at once when someone jumps to the first row, as with the Home key.
    const reached = box.scrollTop < nearPx ? widenWindow(start) : start;
    if (live || reached !== start) setHeld({ start: reached, rows: held?.rows ?? rows });
  };

  return {
    ref,
    start,
    live,
    unseen: held ? Math.max(0, rows - held.rows) : 0,
    onScroll,
    jumpToLive: () => setHeld(null),
    hold: (row) =>
      setHeld({ start: Math.min(start, Math.max(0, row - rowsAbove)), rows: held?.rows ?? rows }),
  };
}
