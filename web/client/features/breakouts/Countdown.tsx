import { Clock } from 'lucide-react';
import { formatTime } from '../../../../lib/format-time.ts';
import { classNames } from '../../ui/class-names.ts';
import { useSecondsUntil } from './useSecondsUntil.ts';

/** From here on the time is shown as short. */
const shortSeconds = 60;

/** How long rooms are open yet. Not announced: that they close soon is said once. */
export function Countdown({ deadlineMs }: { deadlineMs: number | null }) {
  const seconds = useSecondsUntil(deadlineMs);
  if (seconds === null) return null;
  return (
    <span
      role="timer"
      aria-live="off"
      className={classNames(
        'inline-flex items-center gap-1.5 whitespace-nowrap text-sm tabular-nums',
        seconds <= shortSeconds ? 'font-semibold text-warn' : 'text-ink-soft',
      )}
    >
      <Clock aria-hidden size={15} />
      Closes in {formatTime(seconds * 1_000)}
    </span>
  );
}
