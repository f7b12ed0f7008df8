import { AiMark } from '../../ui/AiMark.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { AgentStatus } from '../meeting/agent-status.ts';

const active: readonly AgentStatus[] = ['joining', 'listening', 'thinking', 'speaking', 'degraded'];

/** Breathes while it listens, faster while it thinks or speaks. */
export function AgentMark({ status, className }: { status: AgentStatus; className: string }) {
  const busy = status === 'thinking' || status === 'speaking';
  return (
    <span className={`relative flex shrink-0 items-center justify-center ${className}`}>
      {(status === 'listening' || busy) && (
        <span
          className={classNames(
            'absolute inset-0 animate-breathe rounded-full bg-accent/30',
            busy && '[animation-duration:900ms]',
          )}
        />
      )}
      <AiMark idle={!active.includes(status)} className="relative size-[82%]" />
    </span>
  );
}
