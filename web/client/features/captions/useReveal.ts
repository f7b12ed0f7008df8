import { type RefObject, useEffect, useRef, useState } from 'react';
import type { TranscriptItem } from './transcript-items.ts';

/** A line that somebody wants to see; a new object for each time that they ask. */
export interface Reveal {
  /** `epoch.seq`. */
  line: string;
}

interface UseRevealOptions {
  box: RefObject<HTMLElement | null>;
  items: readonly TranscriptItem[];
  reveal: Reveal | null;
  /** Makes the row with this index one of those that are rendered. */
  hold(row: number): void;
}

const highlightMs = 6_000;

/** Scrolls to a line as soon as it is there, moves the focus to it, and gives the line that is highlighted now. */
export function useReveal({ box, items, reveal, hold }: UseRevealOptions): string | null {
  const [highlighted, setHighlighted] = useState<Reveal | null>(null);
  const done = useRef<Reveal | null>(null);
  const found = reveal ? items.findIndex((item) => item.kind !== 'gap' && item.line === reveal.line) : -1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request, when its line is there
  useEffect(() => {
    if (!reveal || found < 0 || done.current === reveal) return;
    done.current = reveal;
    hold(found);
    setHighlighted(reveal);
  }, [reveal, found]);

  useEffect(() => {
    if (!highlighted) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(highlighted.line)}"]`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
    const timer = setTimeout(() => setHighlighted(null), highlightMs);
    return () => clearTimeout(timer);
  }, [box, highlighted]);

  return highlighted?.line ?? null;
}
