import {
  type AgentState,
  agentStateSchema,
  epochOfIdentity,
  type RoomMetadata,
} from '../../../../lib/messages.ts';

/** What the AI participant's tile says; `away`, `expected` and `dismissed` when it is not in the room. */
export type AgentStatus = AgentState | 'expected' | 'away' | 'dismissed';

/** The agent with the newest epoch of this meeting, or null. */
export function newestAgent<P extends { identity: string }>(
  meetingId: string,
  agents: readonly P[],
): P | null {
  const ranked = agents
    .map((agent) => ({ agent, epoch: epochOfIdentity(meetingId, agent.identity) ?? 0 }))
    .filter(({ epoch }) => epoch > 0)
    .sort((a, b) => b.epoch - a.epoch);
  return ranked[0]?.agent ?? null;
}

interface AgentPresence {
  present: boolean;
  /** The attribute `parley.state` of an agent that is present. */
  state: string | undefined;
  /** One was here already. */
  seenBefore: boolean;
}

/** What the hosts decided counts at once, also while the agent still obeys. */
export function agentStatusOf(agent: AgentPresence, features: RoomMetadata['features']): AgentStatus {
  if (features.dismissed) return 'dismissed';
  if (features.paused) return 'paused';
  if (!agent.present) return agent.seenBefore ? 'away' : 'expected';
  const parsed = agentStateSchema.safeParse(agent.state);
  return parsed.success ? parsed.data : 'joining';
}

/** What it does, in words; `muted`: it does not speak. */
export function describeAgent(status: AgentStatus, muted: boolean): string {
  const isSilenced = muted && status !== 'dismissed' && status !== 'paused';
  return isSilenced ? `${wordsFor(status)}, muted` : wordsFor(status);
}

function wordsFor(status: AgentStatus): string {
  switch (status) {
    case 'expected':
      return 'Not here yet';
    case 'away':
      return 'Away, will be back';
    case 'joining':
      return 'Joining';
    case 'listening':
      return 'Listening';
    case 'thinking':
      return 'Thinking';
    case 'speaking':
      return 'Speaking';
    case 'degraded':
      return 'Listening; captions are late';
    case 'paused':
      return 'Off the record';
    case 'leaving':
      return 'Leaving';
    case 'dismissed':
      return 'Sent away';
    default:
      return status satisfies never;
  }
}
