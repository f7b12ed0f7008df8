import { type RefObject, useEffect, useState } from 'react';

interface UseFollowOptions {
  box: RefObject<HTMLElement | null>;
  /** Row that is heard now; -1 for none. */
  row: number;
  isPlaying: boolean;
  scrollTo(row: number): void;
}

interface Follow {
  /** Scrolls along with what is heard. */
  isFollowing: boolean;
  follow(): void;
  /** Stays where it is until the person wants to follow again. */
  stay(): void;
}

/** By these a person scrolls; our own scrolling sends none of them. */
const gestures = ['wheel', 'touchmove', 'pointerdown'] as const;
const keys = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/** Keeps the line that is heard in sight, until the person scrolls away. */
export function useFollow({ box, row, isPlaying, scrollTo }: UseFollowOptions): Follow {
  const [isFollowing, setFollowing] = useState(true);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const closing = new AbortController();
    const stay = (event: Event) => {
      // A click on a line plays it: only the bar at the side scrolls.
      if (event.type === 'pointerdown' && event.target !== element) return;
      setFollowing(false);
    };
    for (const gesture of gestures) {
      element.addEventListener(gesture, stay, { passive: true, signal: closing.signal });
    }
    element.addEventListener('keydown', (event) => keys.has(event.key) && setFollowing(false), {
      signal: closing.signal,
    });
    return () => closing.abort();
  }, [box]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each row that begins
  useEffect(() => {
    if (isFollowing && isPlaying && row >= 0) scrollTo(row);
  }, [isFollowing, isPlaying, row]);

  return { isFollowing, follow: () => setFollowing(true), stay: () => setFollowing(false) };
}
