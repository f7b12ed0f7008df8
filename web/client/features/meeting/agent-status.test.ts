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
  const usual = { paused: false, muted: false, dismissed: false, recording: false, picture: false };
  const here = (state: string | undefined) => ({ present: true, state, seenBefore: true });

  test('repeats what the agent says', () => {
    expect(agentStatusOf(here('listening'), usual)).toBe('listening');
    expect(agentStatusOf(here('speaking'), { ...usual, muted: true })).toBe('speaking');
  });

  test('takes an agent that says nothing readable as joining', () => {
    expect(agentStatusOf(here(undefined), usual)).toBe('joining');
    expect(agentStatusOf(here('dancing'), usual)).toBe('joining');
  });

  test('tells an agent that has not come from one that is away', () => {
    const absent = { present: false, state: undefined };
    expect(agentStatusOf({ ...absent, seenBefore: false }, usual)).toBe('expected');
    expect(agentStatusOf({ ...absent, seenBefore: true }, usual)).toBe('away');
  });

  test('shows at once what a host decided', () => {
    expect(agentStatusOf(here('listening'), { ...usual, paused: true })).toBe('paused');
    expect(agentStatusOf(here('listening'), { ...usual, paused: true, dismissed: true })).toBe('dismissed');
  });
});
