import { Link } from '@tanstack/react-router';
import { CornerLeftUp, DoorOpen } from 'lucide-react';
import type { MeetingDetails } from '../../../../lib/planning.ts';

const look =
  'inline-flex min-h-9 max-w-full items-center gap-2 rounded-lg border border-line bg-surface px-3 text-sm hover:bg-sunken';

/** From a meeting to its breakout rooms, as far as the reader may see them, and from a room to its meeting. */
export function BreakoutLinks({ details: { main, breakouts } }: { details: MeetingDetails }) {
  if (!main && breakouts.length === 0) return null;
  return (
    <nav aria-label="Breakout rooms" className="mt-3 flex flex-wrap gap-2">
      {main && (
        <Link to="/meetings/$id" params={{ id: main.id }} className={look}>
          <CornerLeftUp aria-hidden size={15} className="shrink-0 text-ink-faint" />
          <span className="min-w-0 truncate">Breakout room of {main.title}</span>
        </Link>
      )}
      {breakouts.length > 0 && <span className="self-center text-ink-soft text-sm">Breakout rooms</span>}
      {breakouts.map(({ id, name, phase }) => (
        <Link key={id} to="/meetings/$id" params={{ id }} className={look}>
          <DoorOpen aria-hidden size={15} className="shrink-0 text-ink-faint" />
          <span className="min-w-0 truncate">{name}</span>
          {phase === 'live' && <span className="text-ink-faint">open</span>}
        </Link>
      ))}
    </nav>
  );
}
