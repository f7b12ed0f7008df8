import { describe, expect, it } from 'vitest';
import type { AgentPresence } from '../db/queries/epochs.ts';
import { agentNeed } from './agent-need.ts';

function agent(over: Partial<AgentPresence> = {}): AgentPresence {
  return {
    meetingId: 'mtg_01',
    lastEpoch: 1,
    grantedAgoMs: 60_000,
    lastJoinedEpoch: 1,
    heartbeatAgoMs: 1_000,
    state: 'listening',
    lastSeenMs: 59_000,
    ...over,
  };
}

describe(agentNeed, () => {
  it('is satisfied with an agent that reported lately', () => {
    expect(agentNeed(agent({ heartbeatAgoMs: 8_900 }))).toEqual({ kind: 'none' });
  });

  it('dispatches after nine seconds of silence and dates the gap from the last report', () => {
    expect(agentNeed(agent({ heartbeatAgoMs: 9_000, lastSeenMs: 51_000 }))).toEqual({
      kind: 'dispatch',
      afterEpoch: 1,
      sinceMs: 51_000,
      reason: 'agent_lost',
    });
  });

  it('dispatches at once when the agent said that it leaves', () => {
    expect(agentNeed(agent({ state: 'leaving', heartbeatAgoMs: 10 })).kind).toBe('dispatch');
  });

  it('gives up on a job that reports but cannot connect', () => {
    const joining = { state: 'joining' as const, heartbeatAgoMs: 500 };
    expect(agentNeed(agent({ ...joining, grantedAgoMs: 19_000 })).kind).toBe('none');
    expect(agentNeed(agent({ ...joining, grantedAgoMs: 20_000 })).kind).toBe('dispatch');
  });

  it('waits for a job that was just dispatched', () => {
    const waiting = { lastEpoch: 2, grantedAgoMs: 4_000, heartbeatAgoMs: 20_000 };
    expect(agentNeed(agent(waiting)).kind).toBe('none');
    expect(agentNeed(agent({ ...waiting, grantedAgoMs: 5_000 })).kind).toBe('dispatch');
  });

  it('waits longer after each job that never came, up to half a minute', () => {
    const never = (fruitless: number, grantedAgoMs: number) =>
      agentNeed(
        agent({
          lastEpoch: fruitless,
          lastJoinedEpoch: 0,
          heartbeatAgoMs: null,
          state: null,
          grantedAgoMs,
        }),
      ).kind;
    expect(never(2, 9_000)).toBe('none');
    expect(never(2, 10_000)).toBe('dispatch');
    expect(never(20, 29_000)).toBe('none');
    expect(never(20, 30_000)).toBe('dispatch');
  });

  it('calls the agent late when none has ever come', () => {
    expect(agentNeed(agent({ lastJoinedEpoch: 0, heartbeatAgoMs: null, state: null }))).toMatchObject({
      reason: 'agent_late',
      sinceMs: 0,
    });
  });
});
