import { EarOff } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import type { RecordReach } from '../breakouts/record-reach.ts';

interface OffTheRecordProps {
  paused: boolean;
  reach: RecordReach;
  busy: boolean;
  /** Null for those who may not. */
  onResume: (() => void) | null;
}

const places: Record<RecordReach, string> = {
  room: 'Off the record.',
  rooms: 'Off the record, in all breakout rooms too.',
  meeting: 'The whole meeting is off the record.',
};

/** Says to everyone, also to who joins late, that nothing is heard. */
export function OffTheRecord({ paused, reach, busy, onResume }: OffTheRecordProps) {
  return (
    <div role="status" className="px-3 sm:px-4">
      {paused && (
        <div className="mt-3 flex animate-rise flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-xl bg-ink px-4 py-2 text-canvas text-sm">
          <p className="flex items-center gap-2.5">
            <EarOff aria-hidden size={17} className="shrink-0" />
            <span>
              <strong className="font-semibold">{places[reach]}</strong> Nothing is heard, written down or
              recorded.
            </span>
          </p>
          {onResume && (
            <Button busy={busy} onClick={onResume}>
              Back on the record
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
