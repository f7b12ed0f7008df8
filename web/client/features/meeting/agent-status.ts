import { type AgentState, agentStateSchema, epochOfIdentity } from '../../../../lib/messages.ts';

/** What the AI participant's tile says; `away` and `expected` when it is not in the room. */
export type AgentStatus = AgentState | 'expected' | 'away';

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

/** `state` is the attribute `parley.state` of an agent that is present; `seenBefore`: one was here already. */
export function agentStatusOf(present: boolean, state: string | undefined, seenBefore: boolean): AgentStatus {
  if (!present) return seenBefore ? 'away' : 'expected';
  const parsed = agentStateSchema.safeParse(state);
  return parsed.success ? parsed.data : 'joining';
}

export function describeAgent(status: AgentStatus): string {
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
    default:
      return status satisfies never;
  }
}
