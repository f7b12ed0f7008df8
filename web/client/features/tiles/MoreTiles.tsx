import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Rect } from './lay-tiles.ts';

interface MoreTilesProps {
  /** How many tiles are out of view. */
  count: number;
  axis: 'x' | 'y';
  /** Where the tiles are, from the corner of the stage. */
  area: Rect;
  onMore(): void;
}

/** Says that there are more people than fit, and goes on to them. On the edge of a strip it covers least of a face. */
export function MoreTiles({ count, axis, area, onMore }: MoreTilesProps) {
  const Arrow = axis === 'x' ? ChevronRight : ChevronDown;
  return (
    <button
      type="button"
      aria-label={`${count} more, scroll`}
      onClick={onMore}
      style={axis === 'x' ? { top: area.y } : { left: area.x + area.width / 2 }}
      className={`absolute z-10 inline-flex min-h-8 whitespace-nowrap items-center gap-1 rounded-full border border-line bg-surface py-1 pr-2 pl-3 font-medium text-sm shadow-card hover:bg-sunken ${
        axis === 'x' ? 'right-2 -translate-y-1/2' : 'bottom-2 -translate-x-1/2'
      }`}
    >
      {count} more
      <Arrow aria-hidden size={16} />
    </button>
  );
}
