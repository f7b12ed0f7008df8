import { AiBadge } from '../../ui/AiBadge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { AgentMark } from './AgentMark.tsx';
import type { AgentView } from './agent-view.ts';

/** The AI participant where it has no tile: always visible, always marked as AI, with what it is doing. */
export function AgentStrip({ name, status, says, menu }: AgentView) {
  return (
    <section
      aria-label={`${name}, AI participant`}
      data-agent-status={status}
      className={classNames(
        'flex min-w-0 items-center gap-3 rounded-2xl border px-3.5 py-2 transition-colors sm:w-64 sm:py-3 short:w-44 short:py-1',
        status === 'speaking' ? 'border-accent' : 'border-accent/25',
        status === 'paused' || status === 'dismissed' ? 'bg-sunken' : 'bg-accent-soft',
      )}
    >
      <AgentMark status={status} className="size-8 sm:size-11" />
      <div className="min-w-0 flex-1 max-sm:flex max-sm:items-baseline max-sm:gap-2.5">
        <p className="flex items-center gap-2 font-semibold">
          <span className="truncate">{name}</span>
          <AiBadge />
        </p>
        <p role="status" className="text-pretty text-ink-soft text-sm leading-snug">
          {says}
        </p>
      </div>
      {menu}
    </section>
  );
}
