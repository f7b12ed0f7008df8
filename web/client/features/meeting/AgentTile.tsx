import { useParticipantAttributes } from '@livekit/components-react';
import type { Participant } from 'livekit-client';
import { AudioLines } from 'lucide-react';
import { useEffect, useState } from 'react';
import { agentStateAttribute } from '../../../../lib/messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { type AgentStatus, agentStatusOf, describeAgent } from './agent-status.ts';

interface AgentTileProps {
  name: string;
  /** Null while no agent is in the room. */
  agent: Participant | null;
}

/** The AI participant: always there, always marked as AI, with what it is doing. */
export function AgentTile({ name, agent }: AgentTileProps) {
  const { attributes } = useParticipantAttributes({ participant: agent ?? undefined });
  const [seenBefore, setSeenBefore] = useState(false);
  useEffect(() => {
    if (agent) setSeenBefore(true);
  }, [agent]);
  const state = attributes?.[agentStateAttribute];
  const status = agentStatusOf(agent !== null, state, seenBefore);
  return (
    <div className="relative flex size-full flex-col items-center justify-center gap-3 overflow-hidden rounded-2xl border border-accent/25 bg-accent-soft p-3 text-center">
      <AgentMark status={status} />
      <p role="status" className="text-balance text-ink-soft text-sm">
        {describeAgent(name, status)}
      </p>
      <p className="absolute bottom-2 left-2 flex max-w-[calc(100%-1rem)] items-center gap-1.5 rounded-lg bg-black/60 px-2.5 py-1 text-sm text-white">
        <span className="truncate">{name}</span>
        <span className="rounded bg-white/20 px-1.5 font-semibold text-[0.6875rem] tracking-wide">AI</span>
      </p>
    </div>
  );
}

function AgentMark({ status }: { status: AgentStatus }) {
  const present = status === 'listening' || status === 'degraded' || status === 'joining';
  return (
    <span className="relative flex size-14 shrink-0 items-center justify-center">
      {status === 'listening' && (
        <span className="absolute inset-0 animate-breathe rounded-full bg-accent/25" />
      )}
      <span
        className={classNames(
          'relative flex size-11 items-center justify-center rounded-full',
          present ? 'bg-accent text-on-accent' : 'bg-tile text-ink-faint',
        )}
      >
        <AudioLines aria-hidden size={22} />
      </span>
    </span>
  );
}
