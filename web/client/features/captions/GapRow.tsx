import { classNames } from '../../ui/class-names.ts';
import { describeGap } from './describe-gap.ts';
import type { GapItem } from './transcript-items.ts';

/** A stretch without words, and why. */
export function GapRow({ gap }: { gap: Omit<GapItem, 'kind' | 'key'> }) {
  const wanted = gap.reason === 'paused' || gap.reason === 'dismissed';
  return (
    <p
      className={classNames(
        'flex items-center gap-3 px-4 pt-4 text-xs',
        wanted ? 'text-ink-faint' : 'text-warn',
      )}
    >
      <span aria-hidden className={classNames('h-px flex-1', wanted ? 'bg-line' : 'bg-warn/35')} />
      <span>{describeGap(gap)}</span>
      <span aria-hidden className={classNames('h-px flex-1', wanted ? 'bg-line' : 'bg-warn/35')} />
    </p>
  );
}
