import { useState } from 'react';
import type { TilePin } from './TileFrame.tsx';

export interface Pinning {
  /** Key of the tile that this person wants to see large, also while that one is away; null for none. */
  pinned: string | null;
  of(key: string): TilePin;
  unpin(): void;
}

/** Whom this person wants to see. Nobody else is told, and it lasts as long as the page. */
export function usePinning(): Pinning {
  const [pinned, setPinned] = useState<string | null>(null);
  return {
    pinned,
    of: (key) => ({
      pinned: pinned === key,
      toggle: () => setPinned((before) => (before === key ? null : key)),
    }),
    unpin: () => setPinned(null),
  };
}
