import type { ReactNode } from 'react';
import { AiBadge } from '../../ui/AiBadge.tsx';
import { AiMark } from '../../ui/AiMark.tsx';
import { classNames } from '../../ui/class-names.ts';
import { type AgentStatus, describeAgent } from './agent-status.ts';

interface AgentTileProps {
  name: string;
  status: AgentStatus;
  /** It does not speak. */
  muted: boolean;
  /** What those who moderate can do with it. */
  menu: ReactNode;
}

/** The AI participant: always there, always marked as AI, with what it is doing. */
export function AgentTile({ name, status, muted, menu }: AgentTileProps) {
  const muteSaid = muted && status !== 'dismissed' && status !== 'paused';
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
      <Mark status={status} />
      <div className="min-w-0 flex-1 max-sm:flex max-sm:items-baseline max-sm:gap-2.5">
        <p className="flex items-center gap-2 font-semibold">
          <span className="truncate">{name}</span>
          <AiBadge />
        </p>
        <p role="status" className="text-pretty text-ink-soft text-sm leading-snug">
          {describeAgent(status)}
          {muteSaid && ', muted'}
        </p>
      </div>
      {menu}
    </section>
  );
}

const active: readonly AgentStatus[] = ['joining', 'listening', 'thinking', 'speaking', 'degraded'];

/** Breathes while it listens, faster while it thinks or speaks. */
function Mark({ status }: { status: AgentStatus }) {
  const busy = status === 'thinking' || status === 'speaking';
  return (
    <span className="relative flex size-8 shrink-0 items-center justify-center sm:size-11">
      {(status === 'listening' || busy) && (
        <span
          className={classNames(
            'absolute inset-0 animate-breathe rounded-full bg-accent/30',
            busy && '[animation-duration:900ms]',
          )}
        />
      )}
      <AiMark idle={!active.includes(status)} className="relative size-7 sm:size-9" />
    </span>
  );
}
