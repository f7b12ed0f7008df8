import type { AgentStatus } from '../meeting/agent-status.ts';

/** Why nothing can be asked now, and what to do; null when it can. */
export function whyClosed(status: AgentStatus, name: string): string | null {
  switch (status) {
    case 'dismissed':
      return `${name} was sent away. A host can invite it back.`;
    case 'paused':
      return `Off the record: ${name} hears and answers nothing until a host ends it.`;
    case 'expected':
    case 'joining':
      return `${name} is joining. You can ask in a moment.`;
    case 'away':
    case 'leaving':
      return `${name} is away and comes back by itself.`;
    case 'listening':
    case 'thinking':
    case 'speaking':
    case 'degraded':
      return null;
    default:
      return status satisfies never;
  }
}
