import type { ReactNode } from 'react';

/** At the foot of a tile: who that is, and marks. */
export function TileLabel({ children }: { children: ReactNode }) {
  return (
    <p className="absolute bottom-2 left-2 flex max-w-[calc(100%-1rem)] items-center gap-1.5 rounded-lg bg-black/60 px-2.5 py-1 text-sm text-white [@container(height<7rem)]:bottom-1.5 [@container(height<7rem)]:left-1.5 [@container(height<7rem)]:px-2 [@container(height<7rem)]:py-0.5 [@container(height<7rem)]:text-xs">
      {children}
    </p>
  );
}
