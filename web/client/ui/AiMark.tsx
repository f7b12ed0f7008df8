import { AudioLines } from 'lucide-react';
import { classNames } from './class-names.ts';

interface AiMarkProps {
  /** Not here, or not listening. */
  idle?: boolean;
  className?: string;
}

/** Stands where a person's avatar would. */
export function AiMark({ idle = false, className = 'size-8' }: AiMarkProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-flex shrink-0 items-center justify-center rounded-full',
        idle ? 'bg-tile text-ink-faint' : 'bg-accent text-on-accent',
        className,
      )}
    >
      <AudioLines size={18} className="size-1/2" />
    </span>
  );
}
