import { Hand } from 'lucide-react';

/** On the tile of someone whose hand is up: the place in the queue, counted from 1. */
export function HandMark({ place }: { place: number }) {
  return (
    <p className="absolute top-2 left-2 flex items-center gap-1 rounded-lg bg-warn-soft px-2 py-1 font-semibold text-sm text-warn tabular-nums shadow-card">
      <Hand aria-label="Hand is up, number" size={15} />
      {place}
    </p>
  );
}
