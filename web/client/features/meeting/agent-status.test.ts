import { describe, expect, test } from 'vitest';
import { agentIdentity } from '../../../../lib/messages.ts';
import { agentStatusOf, newestAgent } from './agent-status.ts';

const meetingId = 'mtg_01JD0000000000000000000000';
const agent = (epoch: number, id = meetingId) => ({ identity: agentIdentity(id, epoch) });

describe(newestAgent, () => {
  test('takes the newest epoch, also beyond nine', () => {
    expect(newestAgent(meetingId, [agent(9), agent(10), agent(2)])).toEqual(agent(10));
  });

  test('knows no agent of another meeting', () => {
    expect(
      newestAgent(meetingId, [agent(3, 'mtg_01JD1111111111111111111111'), { identity: 'recorder' }]),
    ).toBeNull();
    expect(newestAgent(meetingId, [])).toBeNull();
  });
});

describe(agentStatusOf, () => {
  test('repeats what the agent says', () => {
    expect(agentStatusOf(true, 'listening', true)).toBe('listening');
    expect(agentStatusOf(true, 'paused', true)).toBe('paused');
  });

  test('takes an agent that says nothing readable as joining', () => {
    expect(agentStatusOf(true, undefined, true)).toBe('joining');
    expect(agentStatusOf(true, 'dancing', true)).toBe('joining');
  });

  test('tells an agent that has not come from one that is away', () => {
    expect(agentStatusOf(false, undefined, false)).toBe('expected');
    expect(agentStatusOf(false, 'listening', true)).toBe('away');
  });
});
