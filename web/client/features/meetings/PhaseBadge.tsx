import type { MeetingPhase } from '../../../../lib/planning.ts';
import { classNames } from '../../ui/class-names.ts';

const looks: Record<MeetingPhase, { label: string; className: string }> = {
  live: { label: 'Live', className: 'bg-accent-soft text-accent' },
  upcoming: { label: 'Planned', className: 'bg-sunken text-ink-soft' },
  ended: { label: 'Ended', className: 'bg-sunken text-ink-soft' },
  missed: { label: 'Nobody came', className: 'bg-warn-soft text-warn' },
  cancelled: { label: 'Cancelled', className: 'bg-danger-soft text-danger' },
};

export function PhaseBadge({ phase }: { phase: MeetingPhase }) {
  const { label, className } = looks[phase];
  return (
    <span
      className={classNames(
        'inline-flex shrink-0 items-center gap-1.5 rounded-full px-2.5 py-1 font-medium text-xs',
        className,
      )}
    >
      {phase === 'live' && <span aria-hidden className="size-2 animate-breathe rounded-full bg-accent" />}
      {label}
    </span>
  );
}
