import type { AgentPresence } from '../db/queries/epochs.ts';

/** Jobs report every 3 s; three missed reports mean that nobody listens. LiveKit shows a dead agent for 20 s. */
export const silenceMs = 9_000;
/** A warm job reports within half a second, a cold one within two; then it is not coming. */
const arrivalMs = 5_000;
/** Ceiling of the wait between dispatches that lead to nothing. */
const maxArrivalMs = 30_000;
/** A job that still connects after this time never will: LiveKit's own attempts end before. */
const joiningMs = 20_000;

export type AgentNeed =
  | { kind: 'none' }
  /** Nobody listens since `sinceMs` (meeting clock): note the gap and dispatch. */
  | { kind: 'dispatch'; afterEpoch: number; sinceMs: number; reason: 'agent_lost' | 'agent_late' };

/** Whether a live meeting needs another agent job. Pure: all ages come from the database's clock. */
export function agentNeed(agent: AgentPresence): AgentNeed {
  const { lastEpoch, lastJoinedEpoch, grantedAgoMs, heartbeatAgoMs, state } = agent;
  const isAlive = lastJoinedEpoch > 0 && (heartbeatAgoMs ?? Infinity) < silenceMs;
  const isStuck =
    state === 'joining' && lastJoinedEpoch === lastEpoch && (grantedAgoMs ?? Infinity) >= joiningMs;
  const listens = isAlive && state !== 'leaving' && !isStuck;
  if (listens) return { kind: 'none' };

  // A job may be on its way. Each one that never came doubles the patience.
  const fruitless = lastEpoch - lastJoinedEpoch;
  const patienceMs = Math.min(arrivalMs * 2 ** Math.max(0, fruitless - 1), maxArrivalMs);
  const onItsWay = fruitless > 0 && (grantedAgoMs ?? Infinity) < patienceMs;
  if (onItsWay) return { kind: 'none' };

  return {
    kind: 'dispatch',
    afterEpoch: lastJoinedEpoch,
    sinceMs: lastJoinedEpoch === 0 ? 0 : agent.lastSeenMs,
    reason: lastJoinedEpoch === 0 ? 'agent_late' : 'agent_lost',
  };
}
