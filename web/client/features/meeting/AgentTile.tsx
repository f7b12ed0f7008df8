import { AudioLines, Replace } from 'lucide-react';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { type AgentStatus, describeAgent } from './agent-status.ts';

interface AgentTileProps {
  name: string;
  status: AgentStatus;
  /** Null for those who may not choose another one. */
  onChange: (() => void) | null;
}

/** The AI participant: always there, always marked as AI, with what it is doing. */
export function AgentTile({ name, status, onChange }: AgentTileProps) {
  return (
    <section
      aria-label={`${name}, AI participant`}
      data-agent-status={status}
      className="flex min-w-0 items-center gap-3 rounded-2xl border border-accent/25 bg-accent-soft px-3.5 py-2 sm:w-64 sm:py-3 short:w-44 short:py-1"
    >
      <AgentMark status={status} />
      <div className="min-w-0 flex-1 max-sm:flex max-sm:items-baseline max-sm:gap-2.5">
        <p className="flex items-center gap-2 font-semibold">
          <span className="truncate">{name}</span>
          <span className="rounded-md bg-accent px-1.5 py-px font-bold text-[0.6875rem] text-on-accent tracking-wider">
            AI
          </span>
        </p>
        <p role="status" className="text-pretty text-ink-soft text-sm leading-snug">
          {describeAgent(status)}
        </p>
      </div>
      {onChange && (
        <IconButton
          label="Change AI participant"
          icon={<Replace aria-hidden size={17} />}
          size="small"
          className="-mr-1.5"
          onClick={onChange}
        />
      )}
    </section>
  );
}

function AgentMark({ status }: { status: AgentStatus }) {
  const present = status === 'listening' || status === 'degraded' || status === 'joining';
  return (
    <span className="relative flex size-8 shrink-0 items-center justify-center sm:size-11">
      {status === 'listening' && (
        <span className="absolute inset-0 animate-breathe rounded-full bg-accent/30" />
      )}
      <span
        className={classNames(
          'relative flex size-7 items-center justify-center rounded-full sm:size-9',
          present ? 'bg-accent text-on-accent' : 'bg-tile text-ink-faint',
        )}
      >
        <AudioLines aria-hidden size={18} />
      </span>
    </span>
  );
}
